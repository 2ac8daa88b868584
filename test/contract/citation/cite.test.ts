import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { cite } from '../../../subgraphs/contract/citation/cite.ts';
import type { CitedFigure, CitedNumber } from '../../../subgraphs/contract/citation/cited-figure.ts';
import { countryNames } from '../../../subgraphs/contract/code-lists/country-names.ts';
import { indicatorCodes } from '../../../subgraphs/contract/code-lists/indicators.ts';
import { unitCodes } from '../../../subgraphs/contract/code-lists/units.ts';
import { Language } from '../../../subgraphs/contract/enums/language.ts';
import { Qualifier } from '../../../subgraphs/contract/enums/qualifier.ts';

const LANGUAGES = Object.values(Language);
const NO_BREAK_SPACE = '\u00A0';
const KAZAKHSTAN = countryNames('KZ');
const ALMATY = { ru: 'Алматы', kk: 'Алматы', uz: 'Almati', en: 'Almaty' };
const SOURCE = { name: { original: 'Волонтёры страны' }, isTitle: true, published: null, isInferred: false };

/** A figure that differs from 240 thousand volunteers of Kazakhstan in 2023 as told. */
function figure({ number, ...rest }: Partial<Omit<CitedFigure, 'number'>> & { number?: Partial<CitedNumber> } = {}): CitedFigure {
  return {
    indicator: 'VOL_TOTAL',
    definition: 'UNSPECIFIED',
    population: null,
    place: [KAZAKHSTAN],
    period: { edtf: '2023', duration: null, isRecurring: false, isInferred: false },
    origin: { kind: 'RECORD', id: 'kz:statement:vol-total-2023', source: SOURCE, asOf: () => '2026-03-01' },
    ...rest,
    number: { value: 240_000, lower: 235_000, upper: 245_000, qualifier: 'ROUNDED', unit: 'IE', ...number },
  };
}
/** The first sentence in four languages, with every no-break space shown as an underscore. */
const short = (cited: CitedFigure): string[] =>
  LANGUAGES.map((language) => cite(cited, { language, style: 'SHORT' }).replaceAll(NO_BREAK_SPACE, '_'));
/** What stands behind the colon of the first sentence. */
const numberOf = (number: Partial<CitedNumber>, rest: Partial<CitedFigure> = {}): string[] =>
  short(figure({ ...rest, number })).map((sentence) => sentence.slice(sentence.indexOf(': ') + 2));
const undated = { edtf: null, duration: null, isRecurring: false, isInferred: false };

test('a rounded number of a year', () => {
  expect(short(figure())).toEqual([
    'Число волонтёров, Казахстан, 2023: 240_000 чел. (округлено).',
    'Еріктілер саны, Қазақстан, 2023: 240_000 адам (дөңгелектелген).',
    'Koʻngillilar soni, Qozogʻiston, 2023: 240_000 kishi (yaxlitlangan).',
    'Number of volunteers, Kazakhstan, 2023: 240,000 people (rounded).',
  ]);
});

test('an undated upper limit', () => {
  expect(short(figure({ period: undated, number: { value: 160_000, lower: null, upper: 160_000, qualifier: 'UP_TO' } }))).toEqual([
    'Число волонтёров, Казахстан, без даты: до 160_000 чел.',
    'Еріктілер саны, Қазақстан, күні көрсетілмеген: 160_000 адамға дейін.',
    'Koʻngillilar soni, Qozogʻiston, sanasi koʻrsatilmagan: 160_000 kishigacha.',
    'Number of volunteers, Kazakhstan, undated: up to 160,000 people.',
  ]);
});

test.each([
  ['EXACT', '89 чел.', '89 адам.', '89 kishi.', '89 people.'],
  ['ROUNDED', '89 чел. (округлено).', '89 адам (дөңгелектелген).', '89 kishi (yaxlitlangan).', '89 people (rounded).'],
  ['RANGE', 'от 80 до 98 чел.', '80–98 адам.', '80–98 kishi.', '80 to 98 people.'],
  ['MORE_THAN', 'более 89 чел.', '89 адамнан астам.', '89 kishidan ortiq.', 'more than 89 people.'],
  ['AT_LEAST', 'не менее 89 чел.', 'кемінде 89 адам.', 'kamida 89 kishi.', 'at least 89 people.'],
  ['UP_TO', 'до 89 чел.', '89 адамға дейін.', '89 kishigacha.', 'up to 89 people.'],
  ['LESS_THAN', 'менее 89 чел.', '89 адамнан аз.', '89 kishidan kam.', 'fewer than 89 people.'],
  ['ABOUT', 'около 89 чел.', 'шамамен 89 адам.', 'taxminan 89 kishi.', 'about 89 people.'],
  [
    'ABOUT_OR_MORE',
    'около 89 чел. или больше.',
    'шамамен 89 адам немесе одан көп.',
    'taxminan 89 kishi yoki undan koʻp.',
    'about 89 people or more.',
  ],
  [
    'ABOUT_OR_LESS',
    'около 89 чел. или меньше.',
    'шамамен 89 адам немесе одан аз.',
    'taxminan 89 kishi yoki undan kam.',
    'about 89 people or fewer.',
  ],
] as const)('%s has its words in each language', (qualifier, ...expected) => {
  expect(numberOf({ value: 89, lower: 80, upper: 98, qualifier })).toEqual(expected);
});

test.each([
  ['C62', 'UP_TO', 7, 'до 7 ед.', '7 бірлікке дейін.', '7 birlikkacha.', 'up to 7 items.'],
  ['TNE', 'MORE_THAN', 51.5, 'более 51,5 т.', '51,5 тоннадан астам.', '51,5 tonnadan ortiq.', 'more than 51.5 t.'],
  ['TNE', 'LESS_THAN', 51.5, 'менее 51,5 т.', '51,5 тоннадан аз.', '51,5 tonnadan kam.', 'less than 51.5 t.'],
  ['HUR', 'UP_TO', 1_200, 'до 1_200 ч.', '1_200 сағатқа дейін.', '1_200 soatgacha.', 'up to 1,200 hours.'],
  ['ANN', 'EXACT', 74, '74 года.', '74 жас.', '74 yosh.', '74 years.'],
  ['ANN', 'EXACT', 7, '7 лет.', '7 жас.', '7 yosh.', '7 years.'],
  ['ANN', 'EXACT', 21, '21 год.', '21 жас.', '21 yosh.', '21 years.'],
  ['ANN', 'MORE_THAN', 21, 'более 21 года.', '21 жастан астам.', '21 yoshdan ortiq.', 'more than 21 years.'],
  ['ANN', 'AT_LEAST', 3, 'не менее 3 лет.', 'кемінде 3 жас.', 'kamida 3 yosh.', 'at least 3 years.'],
  ['KGM', 'UP_TO', 5, 'до 5 кг.', '5 килограмға дейін.', '5 kilogrammgacha.', 'up to 5 kg.'],
  ['IE', 'EXACT', 1, '1 чел.', '1 адам.', '1 kishi.', '1 person.'],
  ['XYZ', 'EXACT', 1, '1 XYZ.', '1 XYZ.', '1 XYZ.', '1 XYZ.'],
] as const)('unit %s with %s %d takes the form that the language asks for', (unit, qualifier, value, ...expected) => {
  expect(numberOf({ value, qualifier, unit })).toEqual(expected);
});

describe('where there is no number', () => {
  test.each([
    [
      { qualifier: 'NO_NUMBER', rawText: 'постоянно  растет' },
      '«постоянно растет» (без числа).',
      '«постоянно растет» (сан айтылмаған).',
      '“постоянно растет” (son aytilmagan).',
      '“постоянно растет” (no number).',
    ],
    [{ qualifier: 'NO_NUMBER' }, 'без числа.', 'сан айтылмаған.', 'son aytilmagan.', 'no number.'],
    [
      { qualifier: 'EXACT', missingReason: 'SUPPRESSED' },
      'скрыто ради защиты людей.',
      'адамдарды қорғау үшін жасырылған.',
      'odamlarni himoya qilish uchun yashirilgan.',
      'withheld to protect people.',
    ],
    [{ qualifier: null, refusal: 'NOTHING_TO_ADD' }, 'складывать нечего.', 'қосатын сан жоқ.', 'qoʻshadigan son yoʻq.', 'nothing to add.'],
    [{ qualifier: 'EXACT' }, 'число не указано.', 'сан көрсетілмеген.', 'son koʻrsatilmagan.', 'number not stated.'],
  ] as const)('%j is said in words', (number, ...expected) => {
    expect(numberOf({ value: null, lower: null, upper: null, ...number })).toEqual(expected);
  });
});

test('a range without its ends does not show its midpoint', () => {
  expect(numberOf({ value: 89, lower: null, upper: 98, qualifier: 'RANGE' })).toEqual([
    'число не указано.',
    'сан көрсетілмеген.',
    'son koʻrsatilmagan.',
    'number not stated.',
  ]);
});

test('a qualifier that the list does not know is shown in the words of the source', () => {
  expect(numberOf({ value: 5, qualifier: 'OTHER', rawQualifier: 'порядка' })[0]).toBe('5 чел. («порядка»).');
  expect(numberOf({ value: 5, qualifier: null })[3]).toBe('5 people (precision not established).');
});

test('a rank is a place and not a count', () => {
  expect(numberOf({ value: 1, qualifier: 'EXACT', unit: 'C62' }, { indicator: 'RANK_CLAIM' })).toEqual([
    '№ 1.',
    '1-орын.',
    '1-oʻrin.',
    'no. 1.',
  ]);
});

const period = (edtf: string, isInferred = true) => short(figure({ period: { ...undated, edtf, isInferred } }))[3]?.split(/, |: /)[2];

test('an inferred period says so once, in place of its marks of doubt', () => {
  expect(period('2024-08?')).toBe('2024-08 (?)');
  expect(period('2023-06-20?/2023-06-21?')).toBe('2023-06-20/2023-06-21 (?)');
  expect(period('2023-01?/')).toBe('2023-01/ (?)');
  expect(period('2019%')).toBe('2019~ (?)');
  expect(period('2019-11-07/2020?', false)).toBe('2019-11-07/2020?');
});

const periods = (duration: string, isRecurring: boolean) =>
  short(figure({ period: { ...undated, duration, isRecurring } })).map((sentence) => /, ([^,:]*):/.exec(sentence)?.[1]);

test('a length without dates is told behind the word for undated', () => {
  expect(periods('P10Y', false)).toEqual([
    'без даты (за 10 лет)',
    'күні көрсетілмеген (10 жыл ішінде)',
    'sanasi koʻrsatilmagan (10 yil ichida)',
    'undated (over 10 years)',
  ]);
  expect(periods('P1W', true)).toEqual([
    'без даты (еженедельно)',
    'күні көрсетілмеген (апта сайын)',
    'sanasi koʻrsatilmagan (har haftada)',
    'undated (each week)',
  ]);
  expect(periods('P2Y6M', false)[3]).toBe('undated (P2Y6M)');
});

test('a part of the counted ones stands behind the indicator, a subject before its country', () => {
  const part = { indicator: 'ORG_COUNT', population: 'LARGE', place: [ALMATY, KAZAKHSTAN] };
  expect(short(figure({ ...part, number: { value: 30, qualifier: 'EXACT', unit: 'C62' } }))).toEqual([
    'Число организаций (крупные), Алматы, Казахстан, 2023: 30 ед.',
    'Ұйымдар саны (ірі), Алматы, Қазақстан, 2023: 30 бірлік.',
    'Tashkilotlar soni (yirik), Almati, Qozogʻiston, 2023: 30 birlik.',
    'Number of organizations (large), Almaty, Kazakhstan, 2023: 30 items.',
  ]);
});

const full = (cited: CitedFigure) => LANGUAGES.map((language) => cite(cited, { language, style: 'FULL' }).replaceAll(NO_BREAK_SPACE, '_'));

test('FULL adds definition, source and record', () => {
  expect(full(figure())).toEqual([
    'Число волонтёров, Казахстан, 2023: 240_000 чел. (округлено). Определение: не указано. Источник: «Волонтёры страны», дата не указана. Запись kz:statement:vol-total-2023, по состоянию на 2026-03-01.',
    'Еріктілер саны, Қазақстан, 2023: 240_000 адам (дөңгелектелген). Анықтама: көрсетілмеген. Дереккөз: «Волонтёры страны», күні көрсетілмеген. Жазба kz:statement:vol-total-2023, 2026-03-01 жағдайы бойынша.',
    'Koʻngillilar soni, Qozogʻiston, 2023: 240_000 kishi (yaxlitlangan). Taʼrif: koʻrsatilmagan. Manba: “Волонтёры страны”, sanasi koʻrsatilmagan. Yozuv kz:statement:vol-total-2023, 2026-03-01 holatiga koʻra.',
    'Number of volunteers, Kazakhstan, 2023: 240,000 people (rounded). Definition: not stated. Source: “Волонтёры страны”, undated. Record kz:statement:vol-total-2023, as of 2026-03-01.',
  ]);
});

const total = (statements: number, missing: readonly string[]): CitedFigure =>
  figure({
    place: ['KZ', 'UZ'].map(countryNames),
    origin: { kind: 'TOTAL', method: 'SUM', statements, withoutAnswer: missing.map(countryNames) },
    number: { value: 370_000, qualifier: 'ABOUT_OR_MORE' },
  });

test('FULL of a total names its parts and the countries that are missing, and no record', () => {
  expect(full(total(2, ['RU', 'KG']))).toEqual([
    'Число волонтёров, Казахстан, Узбекистан, 2023: около 370_000 чел. или больше. Определение: не указано. Источник: сумма 2 заявленных чисел. Нет данных: Россия, Киргизия.',
    'Еріктілер саны, Қазақстан, Өзбекстан, 2023: шамамен 370_000 адам немесе одан көп. Анықтама: көрсетілмеген. Дереккөз: айтылған 2 санның қосындысы. Деректер жоқ: Ресей, Қырғызстан.',
    'Koʻngillilar soni, Qozogʻiston, Oʻzbekiston, 2023: taxminan 370_000 kishi yoki undan koʻp. Taʼrif: koʻrsatilmagan. Manba: aytilgan 2 ta sonning yigʻindisi. Maʼlumot yoʻq: Rossiya, Qirgʻiziston.',
    'Number of volunteers, Kazakhstan, Uzbekistan, 2023: about 370,000 people or more. Definition: not stated. Source: sum of 2 statements. No data: Russia, Kyrgyzstan.',
  ]);
  expect(full(total(1, []))[0]).toMatch(/Источник: сумма 1 заявленного числа\.$/);
  expect(full(total(0, []))[3]).toMatch(/Definition: not stated\.$/);
});

const texts = fc.string({ unit: 'grapheme', maxLength: 30 });
const figures: fc.Arbitrary<CitedFigure> = fc
  .record({
    indicator: fc.constantFrom(...indicatorCodes),
    qualifier: fc.constantFrom(...Object.values(Qualifier)),
    unit: fc.constantFrom(...unitCodes),
    value: fc.option(fc.oneof(fc.nat({ max: 10 ** 9 }), fc.double({ min: 0, max: 10 ** 6, noNaN: true }))),
    subject: texts,
    title: texts,
    rawText: fc.option(texts),
  })
  .map(({ indicator, qualifier, unit, value, subject, title, rawText }) =>
    figure({
      indicator,
      place: [{ original: subject }, KAZAKHSTAN],
      number: { value, lower: value, upper: value, qualifier, unit, rawText },
      origin: { kind: 'RECORD', id: 'kz:statement:x', source: { ...SOURCE, name: { original: title } }, asOf: () => '2026-03-01' },
    }),
  );

test('the digits of a value stand in every language, with its separators', () => {
  fc.assert(
    fc.property(figures, fc.constantFrom(...LANGUAGES), (cited, language) => {
      const { value } = cited.number;
      if (value === null) return;
      const sentence = cite({ ...cited, place: [KAZAKHSTAN] }, { language, style: 'SHORT' });
      const separators = language === 'EN' ? { thousands: ',', decimal: '.' } : { thousands: NO_BREAK_SPACE, decimal: ',' };
      const plain = sentence.replaceAll(separators.thousands, '').replaceAll(separators.decimal, '.');
      expect(plain).toContain(new Intl.NumberFormat('en-US', { maximumFractionDigits: 20, useGrouping: false }).format(value));
    }),
  );
});

test('no citation has two spaces or two dots in a row, a line break, or a place left unfilled', () => {
  fc.assert(
    fc.property(figures, fc.constantFrom(...LANGUAGES), fc.constantFrom('SHORT', 'FULL'), (cited, language, style) => {
      const text = cite(cited, { language, style });
      expect(text).not.toMatch(/ {2}|\.\.|[\n\r\t]|undefined|null/);
      expect(text).toMatch(/[.…]$/);
    }),
  );
});

test('SHORT is how FULL begins', () => {
  fc.assert(
    fc.property(figures, fc.constantFrom(...LANGUAGES), (cited, language) => {
      const whole = cite(cited, { language, style: 'FULL' });
      expect(whole.startsWith(cite(cited, { language, style: 'SHORT' }))).toBe(true);
    }),
  );
});
