import type { CitationWords, Counted, UnitForms } from './citation-words.ts';

const always = (counted: Counted): UnitForms => ({ plain: counted, from: counted, to: counted });
const unit = (singular: string, plural: string): UnitForms => always({ one: `{n} ${singular}`, other: `{n} ${plural}` });
/** What is measured and not counted is less, never fewer. */
const measured = (forms: UnitForms): UnitForms => ({
  ...forms,
  qualified: { LESS_THAN: 'less than {from}', ABOUT_OR_LESS: 'about {from} or less' },
});

/** Citations in English. */
export const en: CitationWords = {
  language: 'en',
  thousands: ',',
  decimal: '.',
  quotes: ['“', '”'],
  sentences: {
    figure: '{indicator}, {place}, {period}: {number}',
    definition: 'Definition: {definition}',
    source: 'Source: {source}, {date}',
    total: 'Source: {total}',
    record: 'Record {id}, as of {asOf}',
    withoutAnswer: 'No data: {countries}',
  },
  qualified: {
    EXACT: '{plain}',
    ROUNDED: '{plain} (rounded)',
    RANGE: '{lower} to {to}',
    MORE_THAN: 'more than {from}',
    AT_LEAST: 'at least {from}',
    UP_TO: 'up to {to}',
    LESS_THAN: 'fewer than {from}',
    ABOUT: 'about {from}',
    ABOUT_OR_MORE: 'about {from} or more',
    ABOUT_OR_LESS: 'about {from} or fewer',
  },
  units: {
    IE: unit('person', 'people'),
    C62: unit('item', 'items'),
    H87: unit('piece', 'pieces'),
    HUR: measured(unit('hour', 'hours')),
    MIN: measured(unit('minute', 'minutes')),
    ANN: measured(unit('year', 'years')),
    TNE: measured(always('{n} t')),
    KGM: measured(always('{n} kg')),
    RANK: always('no. {n}'),
  },
  undated: 'undated',
  sourceUndated: 'undated',
  durations: {
    Y: { one: 'over {n} year', other: 'over {n} years' },
    M: { one: 'over {n} month', other: 'over {n} months' },
    W: { one: 'over {n} week', other: 'over {n} weeks' },
    D: { one: 'over {n} day', other: 'over {n} days' },
  },
  recurring: { Y: 'each year', M: 'each month', W: 'each week', D: 'each day' },
  withoutNumber: 'no number',
  numberUnknown: 'number not stated',
  qualifierUnknown: 'precision not established',
  totals: {
    SUM: { one: 'sum of {n} statement', other: 'sum of {n} statements' },
    MAX: { one: 'greatest of {n} statement', other: 'greatest of {n} statements' },
  },
};
