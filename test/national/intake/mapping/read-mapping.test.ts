import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { importKinds } from '../../../../subgraphs/national/intake/kinds/import-kinds.ts';
import { MappingInvalid } from '../../../../subgraphs/national/intake/mapping/mapping-fault.ts';
import { readMapping } from '../../../../subgraphs/national/intake/mapping/read-mapping.ts';

/** The example of the guide is the one that is read here: what a steward copies works. */
function guideExample(): string {
  const guide = readFileSync(new URL('../../../../docs/host-a-network.md', import.meta.url), 'utf8');
  const [, example] = /```yaml\n(# mapping\/participations\.yaml\n[^`]*)```/.exec(guide) ?? [];
  return example ?? '';
}

const faultsOf = (text: string): string[] => {
  try {
    readMapping('a.yaml', text);
    return [];
  } catch (error) {
    if (!(error instanceof MappingInvalid)) throw error;
    return error.faults.map(({ line, at, hint }) => `${line} ${at}: ${hint}`);
  }
};

test("the guide's example is a mapping, and says what the guide says", () => {
  const mapping = readMapping('participations.yaml', guideExample());
  expect(mapping).toMatchObject({
    version: 1,
    kind: 'participations',
    source: 'front-office',
    mode: 'full',
    format: { encoding: 'rk1048', separator: ';', headerRows: 2 },
    constants: { confirmedBy: 'front office' },
  });
  expect(mapping.columns.find(({ field }) => field === 'minutes')).toEqual({ header: 'Часы', field: 'minutes', unit: 'hours' });
  expect(mapping.columns.find(({ field }) => field === 'role')?.codes).toEqual({
    волонтёр: 'VOLUNTEER',
    ерікті: 'VOLUNTEER',
    координатор: 'LEADER',
  });
});

const SOUND = 'version: 1\nkind: trainings\ncolumns:\n  Код: sourceKey\n  Кто: personKey\n  Дата: { field: finishedOn }\n';

/** Each line holds the one before nine times. */
const bomb = [
  'a: &a [x]',
  ...['b', 'c', 'd', 'e', 'f', 'g'].map((name, at) => `${name}: &${name} [${Array(9).fill(`*${'abcdef'[at]}`).join()}]`),
]
  .map((line) => `${line}\n`)
  .join('');

test('a small mapping needs three entries; the rest has defaults', () => {
  expect(readMapping('a.yaml', SOUND)).toMatchObject({ source: 'main', mode: 'full', timeZone: 'UTC', empty: [], key: [] });
});

test.each([
  ['no YAML', 'version: 1\nkind: [trainings\n', /^3 : Flow sequence/],
  ['aliases that make too much of little', `${bomb}${SOUND}`, /^1 : Excessive alias count/],
  ['an alias that points nowhere', SOUND.replace('trainings', '*nowhere'), /^\d+ : Unresolved alias/],
  ['an entry that nobody knows', `${SOUND}colums: {}\n`, /^7 colums: colums is not known here$/],
  ['a version of words', SOUND.replace('1', 'one'), /^1 version: must be integer$/],
  ['a kind that is none', SOUND.replace('trainings', 'courses'), /^2 kind: courses is no kind; accepted: persons, consents/],
  [
    'a field that the kind lacks',
    SOUND.replace('finishedOn', 'date'),
    /^6 columns\/Дата: date is no field of trainings; accepted: sourceKey, personKey/,
  ],
  ['a field with two columns', `${SOUND}  Ещё: personKey\n`, /^7 columns\/Ещё: personKey is filled already/],
  [
    'a date form that is none',
    SOUND.replace('finishedOn', 'finishedOn, date: [yyyy]'),
    /^6 columns\/Дата\/date\/0: must be equal to one of the allowed values: iso, dd\.mm\.yyyy/,
  ],
  [
    'a list of codes that is not there',
    SOUND.replace('finishedOn', 'finishedOn, codes: days'),
    /^6 columns\/Дата\/codes: days is no list of codes/,
  ],
  ['no column for a field that is needed', SOUND.replace('  Кто: personKey\n', ''), /^3 columns: personKey must be filled$/],
  ['no key', SOUND.replace('  Код: sourceKey\n', ''), /^3 columns: sourceKey must be filled, or made of fields/],
  [
    'a key of a field without a column',
    `${SOUND.replace('  Код: sourceKey\n', '')}key: [personKey, course]\n`,
    /^6 key: course is part of the key/,
  ],
  ['a time zone that is none', `${SOUND}timeZone: Almaty\n`, /^7 timeZone: Almaty is no time zone/],
])('%s is refused with its line', (_, text, message) => {
  expect(faultsOf(text)).toEqual([expect.stringMatching(message)]);
});

test('all faults are told at once', () => {
  expect(faultsOf(SOUND.replace('personKey', 'person').replace('finishedOn', 'day'))).toHaveLength(2);
});

test('a key may be made of fields', () => {
  expect(readMapping('a.yaml', `${SOUND.replace('  Код: sourceKey\n', '')}key: [personKey, finishedOn]\n`).key).toEqual([
    'personKey',
    'finishedOn',
  ]);
});

test('the guide names every kind and field', () => {
  const guide = readFileSync(new URL('../../../../docs/host-a-network.md', import.meta.url), 'utf8');
  const records = importKinds.filter(({ family }) => family === 'record');
  expect(records).toHaveLength(8);
  for (const kind of records) {
    const row = guide.split('\n').find((line) => line.startsWith(`| \`${kind.name}\` |`)) ?? '';
    const named = [...row.matchAll(/`(\w+)`/g)].map(([, word]) => word);
    expect(named).toEqual(expect.arrayContaining(kind.family === 'record' ? kind.fields.map(({ name }) => name) : []));
  }
});
