import { type Labels, labels } from './labels.ts';

/** Why statements were not added up, as it stands where the total would. Keys: the reasons for which a total is refused. */
export const refusalLabels: Readonly<Record<string, Labels>> = {
  NOTHING_TO_ADD: labels('складывать нечего', 'қосатын сан жоқ', 'qoʻshadigan son yoʻq', 'nothing to add'),
  NOT_ADDABLE: labels('такие числа не складываются', 'мұндай сандар қосылмайды', 'bunday sonlar qoʻshilmaydi', 'not addable'),
  RIVALS_DISAGREE: labels('источники расходятся', 'дереккөздер бір-біріне қайшы', 'manbalar bir-biriga zid', 'the sources disagree'),
  DEFINITION_UNSPECIFIED: labels(
    'не сложено: определения не указаны',
    'қосылмаған: анықтамалар көрсетілмеген',
    'qoʻshilmagan: taʼriflar koʻrsatilmagan',
    'not added: the definitions are not stated',
  ),
  OPPOSITE_BOUNDS: labels(
    'не сложено: «более» и «до» вместе числа не дают',
    'қосылмаған: «астам» мен «дейін» бірге сан бермейді',
    'qoʻshilmagan: “ortiq” va “gacha” birga son bermaydi',
    'not added: “more than” and “up to” together give no number',
  ),
};
