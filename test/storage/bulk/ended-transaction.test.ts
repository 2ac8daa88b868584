import { expect, test } from '@jest/globals';
import { databases } from '../../national/open-history.ts';
import type { BulkSession } from '../../../subgraphs/storage/bulk/bulk-session.ts';
import { openSessions } from './open-session.ts';

const COLUMNS = [
  { name: 'number', isNumber: true },
  { name: 'text', isNumber: false },
];
const rowsFrom = (first: number, count: number): Uint8Array<ArrayBuffer> => {
  const text = Array.from({ length: count }, (_, index) => `${first + index}\t${'x'.repeat(200)}\n`).join('');
  const bytes = Buffer.allocUnsafeSlow(text.length);
  bytes.write(text);
  return bytes;
};
const countIn = async (session: BulkSession): Promise<number> =>
  Number((await session.rows<{ count: number }>('select count(*) as count from held'))[0]?.count);

/** What makes the database end a transaction by itself while rows go in. */
const ENDED_BY = {
  // A disk that is full, and one that fails, end it both; the pages of a file can be limited anywhere.
  SQLite: async (session: BulkSession): Promise<void> => {
    const [file] = await session.rows<{ page_count: number }>('pragma page_count');
    await session.rows(`pragma max_page_count = ${(file?.page_count ?? 0) + 40}`);
  },
  PostgreSQL: async (session: BulkSession): Promise<void> => {
    await session.run('alter table held add constraint small check (number < 600)');
  },
};

test.each(databases)(
  'rows that were under way when a transaction failed are not there, nor is what comes after, on $name',
  async (kind) => {
    const { open } = await openSessions(kind);
    const session = await open();
    await session.run('create table held (number integer not null, text text)');
    await session.load('held', COLUMNS, rowsFrom(0, 10));
    expect(await countIn(session)).toBe(10);

    await ENDED_BY[kind.name as keyof typeof ENDED_BY](session);
    const transaction = await session.begin();
    const parts = [10, 510, 1_010, 1_510].map((first) => session.load('held', COLUMNS, rowsFrom(first, first === 1_510 ? 3 : 500)));
    const outcomes = await Promise.allSettled([...parts, session.run(`insert into held values (9000, 'y')`)]);
    expect(outcomes.map(({ status }) => status)).toContain('rejected');
    // Whatever was asked for after the failure failed as well.
    const firstFailed = outcomes.findIndex(({ status }) => status === 'rejected');
    expect(outcomes.slice(firstFailed).map(({ status }) => status)).toEqual(outcomes.slice(firstFailed).map(() => 'rejected'));
    await expect(session.run(`insert into held values (9001, 'z')`)).rejects.toThrow();
    await expect(transaction.commit()).rejects.toThrow();
    // PostgreSQL has rolled it back at the commit.
    await transaction.rollback();

    expect(await countIn(session)).toBe(10);
    // The session goes on.
    const next = await session.begin();
    await session.run(`insert into held values (20, 'again')`);
    await next.commit();
    expect(await countIn(session)).toBe(11);
    expect(await countIn(await open())).toBe(11);
  },
);

test('what PostgreSQL refused is what every later part is told, not that the way there is closed', async () => {
  const { open } = await openSessions(databases[1]!);
  const session = await open();
  await session.run('create table held (number integer not null, text text)');
  await session.run('alter table held add constraint small check (number < 600)');
  const transaction = await session.begin();
  // Parts follow each other without a pause, as rows of a file do: some meet the refusal before it is known here.
  const parts = Array.from({ length: 60 }, (_, index) => session.load('held', COLUMNS, rowsFrom(index * 2_000, 2_000)));
  const outcomes = (await Promise.allSettled(parts)).map((outcome) => (outcome.status === 'fulfilled' ? 'taken' : outcome.reason.code));
  await transaction.rollback();
  expect(new Set(outcomes)).toEqual(new Set(['23514', 'taken']));
});
