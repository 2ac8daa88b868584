import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { recordEntities } from '../../subgraphs/national/records/record-tables.ts';
import { codeFiles, root } from './read-imports.ts';

// A query needs a table's name, however it is sent: who does not write one of these names cannot read a record.
const recordTable = new RegExp(`\\b(${recordEntities.map(({ meta }) => meta.tableName).join('|')})\\b`);
const mayName = [
  'subgraphs/national/records/',
  'subgraphs/national/intake/',
  'subgraphs/national/release/',
  'subgraphs/national/migrations/',
];
const namesRecords = (file: string, text: string): boolean => recordTable.test(text) && !mayName.some((folder) => file.startsWith(folder));

test('no table of records is named outside the folders that may read them', () => {
  const files = codeFiles(['http', 'subgraphs', 'gateway', 'cli', 'bench']);
  const named = files.filter((file) => recordTable.test(readFileSync(join(root, file), 'utf8')));
  expect(named.length).toBeGreaterThan(10); // a reader that saw nothing also finds nothing
  expect(named.filter((file) => namesRecords(file, readFileSync(join(root, file), 'utf8')))).toEqual([]);
});

test.each([
  ['a resolver', 'subgraphs/national/resolvers/units.ts', 'select count(*) from record_person'],
  ['a publication', 'subgraphs/national/publications/loaders.ts', "selectFrom('record_donation')"],
  ['the hub', 'subgraphs/hub/index.ts', '`select * from record_search_case`'],
  ['the cli', 'cli/commands/import.ts', 'delete from "record_person"'],
])('a table of records that %s names is found', (_, file, text) => expect(namesRecords(file, text)).toBe(true));
