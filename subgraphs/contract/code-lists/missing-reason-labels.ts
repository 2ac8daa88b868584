import type { MissingReason } from '../enums/missing-reason.ts';
import { type Labels, labels } from './labels.ts';

/** Why a number is absent, as it stands where the number would. */
export const missingReasonLabels: Readonly<Record<MissingReason, Labels>> = {
  NOT_COLLECTED: labels('данные не собирались', 'деректер жиналмаған', 'maʼlumot yigʻilmagan', 'not collected'),
  CANNOT_EXIST: labels('такого числа быть не может', 'мұндай сан болуы мүмкін емес', 'bunday son boʻlishi mumkin emas', 'cannot exist'),
  SUPPRESSED: labels(
    'скрыто ради защиты людей',
    'адамдарды қорғау үшін жасырылған',
    'odamlarni himoya qilish uchun yashirilgan',
    'withheld to protect people',
  ),
  DECLINED: labels('владелец данных не сообщил', 'дерек иесі хабарламаған', 'maʼlumot egasi bermagan', 'declined by the owner'),
  NOT_APPLICABLE: labels('неприменимо', 'қолданылмайды', 'qoʻllanmaydi', 'not applicable'),
  OTHER: labels('число не опубликовано', 'сан жарияланбаған', 'son eʼlon qilinmagan', 'number not published'),
};
