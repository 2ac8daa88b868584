import type { CitationWords, UnitForms } from './citation-words.ts';

/** The unit takes the ending: -dan before “ortiq” and “kam”, -gacha for “up to”. */
const unit = (plain: string, from: string, to: string): UnitForms => ({ plain: `{n} ${plain}`, from: `{n} ${from}`, to: `{n} ${to}` });

/** Citations in Uzbek, in Latin script. */
export const uz: CitationWords = {
  language: 'uz',
  thousands: '\u00A0',
  decimal: ',',
  quotes: ['“', '”'],
  sentences: {
    figure: '{indicator}, {place}, {period}: {number}',
    definition: 'Taʼrif: {definition}',
    source: 'Manba: {source}, {date}',
    total: 'Manba: {total}',
    record: 'Yozuv {id}, {asOf} holatiga koʻra',
    withoutAnswer: 'Maʼlumot yoʻq: {countries}',
  },
  qualified: {
    EXACT: '{plain}',
    ROUNDED: '{plain} (yaxlitlangan)',
    RANGE: '{lower}–{plain}',
    MORE_THAN: '{from} ortiq',
    AT_LEAST: 'kamida {plain}',
    UP_TO: '{to}',
    LESS_THAN: '{from} kam',
    ABOUT: 'taxminan {plain}',
    ABOUT_OR_MORE: 'taxminan {plain} yoki undan koʻp',
    ABOUT_OR_LESS: 'taxminan {plain} yoki undan kam',
  },
  units: {
    IE: unit('kishi', 'kishidan', 'kishigacha'),
    C62: unit('birlik', 'birlikdan', 'birlikkacha'),
    H87: unit('dona', 'donadan', 'donagacha'),
    HUR: unit('soat', 'soatdan', 'soatgacha'),
    MIN: unit('daqiqa', 'daqiqadan', 'daqiqagacha'),
    ANN: unit('yosh', 'yoshdan', 'yoshgacha'),
    TNE: unit('tonna', 'tonnadan', 'tonnagacha'),
    KGM: unit('kilogramm', 'kilogrammdan', 'kilogrammgacha'),
    RANK: { plain: '{n}-oʻrin', from: '{n}-oʻrindan', to: '{n}-oʻringacha' },
  },
  undated: 'sanasi koʻrsatilmagan',
  sourceUndated: 'sanasi koʻrsatilmagan',
  durations: { Y: '{n} yil ichida', M: '{n} oy ichida', W: '{n} hafta ichida', D: '{n} kun ichida' },
  recurring: { Y: 'har yili', M: 'har oyda', W: 'har haftada', D: 'har kuni' },
  withoutNumber: 'son aytilmagan',
  numberUnknown: 'son koʻrsatilmagan',
  qualifierUnknown: 'aniqligi belgilanmagan',
  totals: { SUM: 'aytilgan {n} ta sonning yigʻindisi', MAX: 'aytilgan {n} ta sonning eng kattasi' },
};
