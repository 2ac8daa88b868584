import { expect, test } from '@jest/globals';
import { RegionFinder } from '../../../../subgraphs/national/intake/cells/region-finder.ts';
import type { PublicationKind, RecordKind } from '../../../../subgraphs/national/intake/kinds/import-kind.ts';
import { findImportKind } from '../../../../subgraphs/national/intake/kinds/import-kinds.ts';
import { bindColumns } from '../../../../subgraphs/national/intake/mapping/bind-columns.ts';
import { builtInMapping } from '../../../../subgraphs/national/intake/mapping/built-in-mapping.ts';
import { PublicationMapper } from '../../../../subgraphs/national/intake/mapping/publication-mapper.ts';
import { MappingInvalid } from '../../../../subgraphs/national/intake/mapping/mapping-fault.ts';
import { readMapping } from '../../../../subgraphs/national/intake/mapping/read-mapping.ts';
import { RecordMapper } from '../../../../subgraphs/national/intake/mapping/record-mapper.ts';

const north = { id: 'xa:region:north', codes: [], names: ['Север'], validFrom: null, validTo: null, replaces: [], replacedBy: [] };
const surroundings = { country: 'XA', today: '2026-03-01', regions: new RegionFinder([north]) };

const HOURS = `
version: 1
kind: participations
empty: ['-']
key: [personKey, date]
columns:
  Волонтёр: personKey
  Дата: date
  Часы: { field: minutes, unit: hours }
  Акция: { field: actionId, prefix: 'xa:action:' }
constants: { confirmedBy: штаб }
`;

function mapRecords(text: string, headers: readonly string[], ...rows: readonly (readonly (string | null)[])[]) {
  const mapping = readMapping('a.yaml', text);
  const kind = findImportKind(mapping.kind) as RecordKind;
  const columns = bindColumns(headers, mapping);
  const mapper = new RecordMapper(kind, mapping, columns, surroundings);
  return { columns, mapped: rows.map((cells, index) => mapper.map({ row: index + 2, cells })) };
}

const HEADERS = ['ЧАСЫ', ' Фамилия ', 'дата', 'Волонтер', 'Акция'];

test('columns are found in any order and case; the others are told and left out', () => {
  const { columns, mapped } = mapRecords(HOURS, HEADERS, ['2,5', 'Secret', '01.02.2024', 'V-1', 'CLEAN-RIVER']);
  expect(columns).toMatchObject({ unmapped: [' Фамилия '], missing: [] });
  expect(mapped[0]).toEqual({
    row: 2,
    values: {
      sourceKey: 'V-1|2024-02-01',
      personKey: 'V-1',
      date: '2024-02-01',
      minutes: 150,
      actionId: 'xa:action:clean-river',
      role: null,
      confirmedBy: 'штаб',
    },
    faults: [],
  });
});

test('keys of several fields are one only where all fields are', () => {
  const text = HOURS.replace('[personKey, date]', '[personKey, role, date]').replace('columns:', 'columns:\n  Роль: role');
  const headers = [...HEADERS, 'Роль'];
  const keyOf = (person: string, role: string | null) =>
    mapRecords(text, headers, ['1', null, '01.02.2024', person, null, role]).mapped[0]?.values['sourceKey'];
  expect(keyOf('a|b', 'c')).not.toBe(keyOf('a', 'b|c'));
  expect(keyOf('a\\', 'b|c')).not.toBe(keyOf('a\\|b', 'c'));
  expect(keyOf('a|', null)).not.toBe(keyOf('a', '|'));
  // Keys that are stored stay as they are.
  expect(keyOf('V-1', 'лектор, 2')).toBe('V-1|лектор, 2|2024-02-01');
  expect(keyOf('V-1', null)).toBe('V-1||2024-02-01');
});

test('the key of one field is that field, whatever it holds', () => {
  const { mapped } = mapRecords(HOURS.replace('[personKey, date]', '[personKey]'), HEADERS, ['1', null, '01.02.2024', 'a|b\\c', null]);
  expect(mapped[0]?.values['sourceKey']).toBe('a|b\\c');
});

test('a constant that is empty is refused as an empty cell would be', () => {
  const text = HOURS.replace(/  Акция: .*\n/, '').replace('confirmedBy: штаб', "actionId: ''");
  expect(() => mapRecords(text, HEADERS)).toThrow(MappingInvalid);
});

test('cells that come again are read as the first time, however many others came between', () => {
  const days = Array.from({ length: 10_000 }, (_, index) => new Date(Date.UTC(1995, 0, 1 + index)).toISOString().slice(0, 10));
  const rows = [...days, ...days.toReversed(), ...days].map((day) => ['1', null, day.split('-').toReversed().join('.'), 'V-1', null]);
  const { mapped } = mapRecords(HOURS, HEADERS, ...rows);
  expect(mapped.map(({ values }) => values['date'])).toEqual([...days, ...days.toReversed(), ...days]);
});

test('every fault of a row is told, with the letter and name of its column', () => {
  const { mapped } = mapRecords(HOURS, HEADERS, ['many', null, '31.02.2024', '-', 'A B']);
  expect(mapped[0]?.faults.map(({ row, column, value, rule }) => [row, column, value, rule])).toEqual([
    [2, 'E "Акция"', 'A B', 'ID_UNREADABLE'],
    [2, 'C "дата"', '31.02.2024', 'DAY_IMPOSSIBLE'],
    [2, 'A "ЧАСЫ"', 'many', 'NUMBER_UNREADABLE'],
    [2, 'D "Волонтер"', null, 'VALUE_MISSING'],
  ]);
});

test('a column that the file lacks is told', () => {
  expect(mapRecords(HOURS, ['Дата', 'Часы', 'Волонтёр']).columns.missing).toEqual(['Акция']);
});

test('an empty cell is what its kind says it is', () => {
  const { mapped } = mapRecords(
    'version: 1\nkind: persons\ncolumns: { k: sourceKey, s: sex, r: regionId }',
    ['k', 's', 'r'],
    ['1', null, 'север'],
  );
  expect(mapped[0]?.values).toEqual({ sourceKey: '1', birthDate: null, sex: 'U', regionId: 'xa:region:north', joinedOn: null, blocked: 0 });
});

test('a data file maps to itself without a mapping', () => {
  const kind = findImportKind('practices') as PublicationKind;
  const mapping = builtInMapping(kind);
  const columns = bindColumns(['id', 'title', 'directions', 'note'], mapping);
  const mapper = new PublicationMapper(kind, mapping, columns, surroundings);
  const { cells, faults } = mapper.map({ row: 2, cells: ['xa:practice:a', 'A', 'ECOLOGY|HEALTH', 'inside'] });
  expect(faults).toEqual([]);
  expect(cells).toMatchObject({ id: 'xa:practice:a', title: 'A', directions: 'ECOLOGY|HEALTH', since: null });
  expect(cells).not.toHaveProperty('note');
});

test('cells of a publication are turned into what its data file has', () => {
  const text = `
version: 2
kind: practices
columns:
  №: { field: id, prefix: 'xa:practice:' }
  Название: title
  С: { field: since, as: date }
  Направления: { field: directions, list: ',', codes: { экология: ECOLOGY, здоровье: HEALTH } }
constants: { title_language: ru }
`;
  const mapping = readMapping('a.yaml', text);
  const kind = findImportKind('practices') as PublicationKind;
  const mapper = new PublicationMapper(kind, mapping, bindColumns(['№', 'Название', 'С', 'Направления'], mapping), surroundings);
  expect(mapper.map({ row: 2, cells: ['7', 'Дело', '01.02.2024', 'Экология, здоровье'] }).cells).toMatchObject({
    id: 'xa:practice:7',
    title: 'Дело',
    title_language: 'ru',
    since: '2024-02-01',
    directions: 'ECOLOGY|HEALTH',
  });
  expect(mapper.map({ row: 3, cells: ['8', 'Дело', null, 'космос'] }).faults).toEqual([
    expect.objectContaining({ row: 3, column: 'D "Направления"', value: 'космос', rule: 'WORD_UNKNOWN' }),
  ]);
});
