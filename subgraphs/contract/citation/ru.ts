import type { CitationWords, Counted, UnitForms } from './citation-words.ts';

const abbreviated = (unit: string): UnitForms => ({ plain: `{n} ${unit}`, from: `{n} ${unit}`, to: `{n} ${unit}` });
// After «более», «до», «около» the genitive: 1 года, 2 лет, 5 лет, 7,5 года.
const YEARS_IN_GENITIVE: Counted = { one: '{n} года', few: '{n} лет', many: '{n} лет', other: '{n} года' };

/** Citations in Russian. */
export const ru: CitationWords = {
  language: 'ru',
  thousands: '\u00A0',
  decimal: ',',
  quotes: ['«', '»'],
  sentences: {
    figure: '{indicator}, {place}, {period}: {number}',
    definition: 'Определение: {definition}',
    source: 'Источник: {source}, {date}',
    total: 'Источник: {total}',
    record: 'Запись {id}, по состоянию на {asOf}',
    withoutAnswer: 'Нет данных: {countries}',
  },
  qualified: {
    EXACT: '{plain}',
    ROUNDED: '{plain} (округлено)',
    RANGE: 'от {lower} до {to}',
    MORE_THAN: 'более {from}',
    AT_LEAST: 'не менее {from}',
    UP_TO: 'до {to}',
    LESS_THAN: 'менее {from}',
    ABOUT: 'около {from}',
    ABOUT_OR_MORE: 'около {from} или больше',
    ABOUT_OR_LESS: 'около {from} или меньше',
  },
  units: {
    IE: abbreviated('чел.'),
    C62: abbreviated('ед.'),
    H87: abbreviated('шт.'),
    HUR: abbreviated('ч'),
    MIN: abbreviated('мин'),
    ANN: {
      plain: { one: '{n} год', few: '{n} года', many: '{n} лет', other: '{n} года' },
      from: YEARS_IN_GENITIVE,
      to: YEARS_IN_GENITIVE,
    },
    TNE: abbreviated('т'),
    KGM: abbreviated('кг'),
    RANK: { plain: '№ {n}', from: '№ {n}', to: '№ {n}' },
  },
  undated: 'без даты',
  sourceUndated: 'дата не указана',
  durations: {
    Y: { one: 'за {n} год', few: 'за {n} года', many: 'за {n} лет', other: 'за {n} года' },
    M: { one: 'за {n} месяц', few: 'за {n} месяца', many: 'за {n} месяцев', other: 'за {n} месяца' },
    W: { one: 'за {n} неделю', few: 'за {n} недели', many: 'за {n} недель', other: 'за {n} недели' },
    D: { one: 'за {n} день', few: 'за {n} дня', many: 'за {n} дней', other: 'за {n} дня' },
  },
  recurring: { Y: 'ежегодно', M: 'ежемесячно', W: 'еженедельно', D: 'ежедневно' },
  withoutNumber: 'без числа',
  numberUnknown: 'число не указано',
  qualifierUnknown: 'точность не установлена',
  totals: {
    SUM: { one: 'сумма {n} заявленного числа', other: 'сумма {n} заявленных чисел' },
    MAX: { one: 'наибольшее из {n} заявленного числа', other: 'наибольшее из {n} заявленных чисел' },
  },
};
