import type { CitationWords, UnitForms } from './citation-words.ts';

/** The unit takes the ending: ablative before «астам» and «аз», dative before «дейін». */
const unit = (plain: string, from: string, to: string): UnitForms => ({ plain: `{n} ${plain}`, from: `{n} ${from}`, to: `{n} ${to}` });

/** Citations in Kazakh. */
export const kk: CitationWords = {
  language: 'kk',
  thousands: '\u00A0',
  decimal: ',',
  quotes: ['«', '»'],
  sentences: {
    figure: '{indicator}, {place}, {period}: {number}',
    definition: 'Анықтама: {definition}',
    source: 'Дереккөз: {source}, {date}',
    total: 'Дереккөз: {total}',
    record: 'Жазба {id}, {asOf} жағдайы бойынша',
    withoutAnswer: 'Деректер жоқ: {countries}',
  },
  qualified: {
    EXACT: '{plain}',
    ROUNDED: '{plain} (дөңгелектелген)',
    RANGE: '{lower}–{plain}',
    MORE_THAN: '{from} астам',
    AT_LEAST: 'кемінде {plain}',
    UP_TO: '{to} дейін',
    LESS_THAN: '{from} аз',
    ABOUT: 'шамамен {plain}',
    ABOUT_OR_MORE: 'шамамен {plain} немесе одан көп',
    ABOUT_OR_LESS: 'шамамен {plain} немесе одан аз',
  },
  units: {
    IE: unit('адам', 'адамнан', 'адамға'),
    C62: unit('бірлік', 'бірліктен', 'бірлікке'),
    H87: unit('дана', 'данадан', 'данаға'),
    HUR: unit('сағат', 'сағаттан', 'сағатқа'),
    MIN: unit('минут', 'минуттан', 'минутқа'),
    ANN: unit('жас', 'жастан', 'жасқа'),
    TNE: unit('тонна', 'тоннадан', 'тоннаға'),
    // The doubled last consonant is written once before an ending.
    KGM: unit('килограмм', 'килограмнан', 'килограмға'),
    RANK: { plain: '{n}-орын', from: '{n}-орыннан', to: '{n}-орынға' },
  },
  undated: 'күні көрсетілмеген',
  sourceUndated: 'күні көрсетілмеген',
  durations: { Y: '{n} жыл ішінде', M: '{n} ай ішінде', W: '{n} апта ішінде', D: '{n} күн ішінде' },
  recurring: { Y: 'жыл сайын', M: 'ай сайын', W: 'апта сайын', D: 'күн сайын' },
  withoutNumber: 'сан айтылмаған',
  numberUnknown: 'сан көрсетілмеген',
  qualifierUnknown: 'дәлдігі анықталмаған',
  totals: { SUM: 'айтылған {n} санның қосындысы', MAX: 'айтылған {n} санның ең үлкені' },
};
