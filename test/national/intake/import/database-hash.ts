import { createHash } from 'node:crypto';
import { attachedTables, publishedTables } from '../../../../subgraphs/national/publications/published-tables.ts';
import { recordEntities } from '../../../../subgraphs/national/records/record-tables.ts';

type Row = Readonly<Record<string, unknown>>;

/** Made at random or counted by each database, or told by the clock: no part of what it holds. */
const OWN = new Set(['id', 'imported_by', 'recorded_at']);
const UNITS: Readonly<Record<string, string>> = { person_id: 'record_person', requester_id: 'record_requester', donor_id: 'record_donor' };

/**
 * One number for what a database holds: every row of every record and publication by its natural key; who is referred to stands with their key
 * instead of their id.
 */
export async function databaseHash(rows: (sql: string) => Promise<readonly Row[]>): Promise<string> {
  const keys = new Map<string, string>();
  for (const table of Object.values(UNITS)) {
    for (const row of await rows(`select id, source, source_key from ${table}`))
      keys.set(String(row['id']), `${String(row['source'])}/${String(row['source_key'])}`);
  }
  const lines: string[] = [];
  const records = recordEntities.map(({ meta }) => meta.tableName).filter((table) => table !== 'record_image');
  for (const table of records) {
    for (const row of await rows(`select * from ${table}`)) lines.push(lineOf(table, row, (name) => !OWN.has(name), keys));
  }
  for (const table of [
    ...publishedTables.map((published) => published.table),
    ...attachedTables.map(({ entity }) => entity.meta.tableName),
  ]) {
    for (const row of await rows(`select * from ${table}`)) lines.push(lineOf(table, row, (name) => name !== 'recorded_at', keys));
  }
  return createHash('sha256')
    .update(lines.toSorted((a, b) => (a < b ? -1 : 1)).join('\n'))
    .digest('hex');
}

function lineOf(table: string, row: Row, isCounted: (name: string) => boolean, keys: ReadonlyMap<string, string>): string {
  const cells = Object.keys(row)
    .filter(isCounted)
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map((name) => [name, name in UNITS ? (keys.get(String(row[name])) ?? 'nobody') : row[name]]);
  return JSON.stringify([table, cells]);
}
