import { array, assert, asyncProperty, constantFrom, double, integer, oneof, record, string } from 'fast-check';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { databases } from '../../national/open-history.ts';
import type { BulkSession, BulkValue } from '../../../subgraphs/storage/bulk/bulk-session.ts';
import { RowWriter } from '../../../subgraphs/storage/bulk/row-writer.ts';
import { openSessions } from './open-session.ts';

const COLUMNS = [
  { name: 'number', isNumber: true },
  { name: 'text', isNumber: false },
  { name: 'amount', isNumber: true },
  { name: 'note', isNumber: false },
];

interface Written {
  readonly text: string | null;
  readonly amount: number | null;
  readonly note: string | null;
}

async function tableIn(session: BulkSession, name: string): Promise<void> {
  await session.run(`drop table if exists ${name}`);
  const doubleType = session.kind === 'postgresql' ? 'double precision' : 'double';
  await session.run(
    `create temporary table ${name} (number integer not null, text text, amount ${doubleType}, note text not null default '')`,
  );
}

async function write(writer: RowWriter, rows: readonly Written[], first = 1): Promise<void> {
  for (const [index, { text, amount, note }] of rows.entries()) {
    writer.begin(first + index);
    for (const value of [text, amount, note] satisfies BulkValue[]) writer.value(value);
    writer.endRow();
    await writer.sendFull();
  }
}

const rowsOf = (session: BulkSession, name: string) => session.rows(`select number, text, amount, note from ${name} order by number`);
const numbered = (rows: readonly Written[]) => rows.map((row, index) => ({ number: index + 1, ...row }));

// A byte of zero is no text in PostgreSQL, and half of a pair of surrogates none anywhere.
const letters = string({
  unit: constantFrom('a', '0', ' ', '\\', '\t', '\n', '\r', 'N', '\\N', '"', ',', 'ё', 'ў', '日', '🙂', '\u0001', '~', '\u007f'),
});
const text = oneof(
  letters,
  letters.map((short) => short.repeat(40)),
  constantFrom('', '\\N', '\\.', 'NULL'),
);
const amount = oneof(
  integer(),
  double({ noNaN: true, noDefaultInfinity: true }),
  constantFrom(0, 9, 10, 99, 2 ** 31 - 1, 2 ** 31, 1e21, -1),
);
const anyRow = record({ text: oneof(text, constantFrom(null)), amount: oneof(amount, constantFrom(null)), note: text });

describe.each(databases)('on $name', (kind) => {
  let session: BulkSession;
  beforeAll(async () => {
    session = await (await openSessions(kind)).open();
  });

  test('every value that is written is the value that is read', async () => {
    await assert(
      asyncProperty(array(anyRow, { minLength: 1, maxLength: 50 }), async (rows) => {
        await tableIn(session, 'written');
        const writer = new RowWriter(session, 'written', COLUMNS);
        await write(writer, rows);
        await writer.sent();
        // SQL knows no negative zero.
        expect(await rowsOf(session, 'written')).toEqual(numbered(rows).map((row) => (row.amount === 0 ? { ...row, amount: 0 } : row)));
      }),
      { numRuns: 100, seed: 7, endOnFailure: true },
    );
  });

  test('rows of many parts, one of them longer than a part, are all there and in their order', async () => {
    await tableIn(session, 'written');
    const rows = Array.from({ length: 20_000 }, (_, index) => ({
      text: `key ${index}`,
      amount: index,
      note: index === 7 ? 'я'.repeat(700_000) : 'note',
    }));
    const writer = new RowWriter(session, 'written', COLUMNS);
    await write(writer, rows);
    await writer.sent();
    expect(await rowsOf(session, 'written')).toEqual(numbered(rows));
  });

  test('rows of two tables that come in turn, without waiting for each other, each go to their own', async () => {
    for (const name of ['one', 'other']) await tableIn(session, name);
    const part = (name: string, number: number) => session.load(name, COLUMNS, new TextEncoder().encode(`${number}\t${name}\t1\tnote\n`));
    await Promise.all(Array.from({ length: 40 }, (_, index) => part(index % 3 === 0 ? 'other' : 'one', index)));
    const counted = await session.rows(
      `select text, count(*) as count from one group by text union all select text, count(*) from other group by text`,
    );
    expect(counted.map((row) => ({ ...row }))).toEqual(
      [
        { text: 'one', count: 26 },
        { text: 'other', count: 14 },
      ].map(({ text: name, count }) => ({ text: name, count: session.kind === 'postgresql' ? String(count) : count })),
    );
  });

  test('a row that the database refuses is told, nothing of the transaction stays, and the session goes on', async () => {
    await tableIn(session, 'written');
    const transaction = await session.begin();
    const writer = new RowWriter(session, 'written', COLUMNS);
    await write(writer, [
      { text: 'good', amount: 1, note: 'note' },
      { text: 'bad', amount: 1, note: null },
    ]);
    // SQLite tells it when the rows are taken, PostgreSQL at the next statement at the latest.
    await expect(writer.sent().then(() => session.rows('select 1 as one'))).rejects.toThrow(/null/i);
    await transaction.rollback();
    expect(await session.rows('select count(*) = 0 as "isEmpty" from written')).toMatchObject([{}]);
    expect(await rowsOf(session, 'written')).toEqual([]);
  });
});
