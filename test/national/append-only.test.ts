import { beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { publishRows } from '../../subgraphs/national/history/publish-rows.ts';
import { supersedeStatement } from '../../subgraphs/national/history/supersede-statement.ts';
import { publishedTables } from '../../subgraphs/national/publications/published-tables.ts';
import { databases, type OpenHistory, openHistory } from './open-history.ts';
import { statementRow, statementsOf } from './published-samples.ts';

const APPEND_ONLY = /append-only|only after its DELETE|superseded once|after its UPSERT|the next number only/;

describe.each(databases)('on $name', (kind) => {
  let history: OpenHistory;
  beforeAll(async () => {
    history = await openHistory(kind);
    await history.write((writer) => publishRows(writer, statementsOf(statementRow('old'), statementRow('other'))));
    await history.write((writer) => supersedeStatement(writer, 'xa:statement:old', statementRow('mended')));
  });
  /** Runs SQL as somebody does who knows the database and not the functions. */
  const byHand = (text: string) => history.database.write((entityManager) => entityManager.execute(text));

  test('the database changes no word of a statement, whichever column is asked', async () => {
    const row = await history.database.read
      .selectFrom('statement')
      .selectAll()
      .where('id', '=', 'xa:statement:other')
      .executeTakeFirstOrThrow();
    const columns = Object.keys(row).filter((column) => !['superseded_by', 'superseded_from'].includes(column));
    expect(columns.length).toBeGreaterThan(35);
    for (const column of columns) {
      const change = byHand(
        `update statement set "${column}" = ${column === 'id' ? `'xa:statement:else'` : `"${column}"`} where id = '${row.id}'`,
      );
      expect({ column, error: await change.then(String, String) }).toEqual({ column, error: expect.stringMatching(APPEND_ONLY) });
    }
  });

  test.each([
    [
      'a superseded statement has another superseder',
      `update statement set superseded_by = 'xa:statement:other' where id = 'xa:statement:old'`,
    ],
    [
      'a superseded statement is current again',
      `update statement set superseded_by = null, superseded_from = null where id = 'xa:statement:old'`,
    ],
    [
      'a current statement is superseded by one that does not say so',
      `update statement set superseded_by = 'xa:statement:mended', superseded_from = '2025-01-15' where id = 'xa:statement:other'`,
    ],
    ['a statement goes', `delete from statement where id = 'xa:statement:other'`],
    ['a superseded statement goes, for its DELETE was no withdrawal', `delete from statement where id = 'xa:statement:old'`],
    [
      'a statement comes that the feed does not tell',
      `insert into statement select * from (select * from statement where id = 'xa:statement:other') as copied`,
    ],
    ['a change is another', `update change set op = 'DELETE', cause = 'WITHDRAWN' where seq = 1`],
    ['a change goes', 'delete from change where seq = 1'],
    [
      'a change leaves a number out',
      `insert into change (seq, op, cause, type, entity, at) select max(seq) + 2, 'UPSERT', 'PUBLISHED', 'Source', 'xa:source:x', max(at) from change`,
    ],
    [
      'a change is earlier than the one before it',
      `insert into change (seq, op, cause, type, entity, at) select max(seq) + 1, 'UPSERT', 'PUBLISHED', 'Source', 'xa:source:x', '2000-01-01T00:00:00.000Z' from change`,
    ],
  ])('the database refuses that %s', async (_, text) => {
    await expect(byHand(text)).rejects.toThrow(APPEND_ONLY);
  });

  test.each(publishedTables.map(({ table }) => table))('the database lets no row of %s go without its DELETE', async (table) => {
    const { rows } = await sql<{ rows: number | string }>`select count(*) as rows from ${sql.table(table)}`
      .execute(history.database.read)
      .then((counted) => counted.rows[0]!);
    expect(Number(rows)).toBeGreaterThan(0);
    await expect(byHand(`delete from ${table}`)).rejects.toThrow(APPEND_ONLY);
  });

  test('no way around the triggers is left open', async () => {
    const around =
      history.kind === 'sqlite'
        ? [
            `insert or replace into statement select * from statement where id = 'xa:statement:other'`,
            `insert or replace into change select * from change where seq = 1`,
          ]
        : ['truncate statement', 'truncate change', 'truncate action'];
    for (const text of around) await expect(byHand(text)).rejects.toThrow(APPEND_ONLY);
  });
});
