import { beforeAll, describe, expect, test } from '@jest/globals';
import { databases } from '../../national/open-history.ts';
import type { BulkSession } from '../../../subgraphs/storage/bulk/bulk-session.ts';
import { openSessions } from './open-session.ts';

const ROWS = 250;
const COLUMNS = [
  { name: 'number', isNumber: true },
  { name: 'name', isNumber: false },
];

async function fillNumbers(session: BulkSession): Promise<void> {
  await session.run('drop table if exists numbers');
  await session.run('create table numbers (number integer not null, name text not null)');
  const rows = Array.from({ length: ROWS }, (_, index) => `${index + 1}\tn${index + 1}\n`);
  await session.load('numbers', COLUMNS, new TextEncoder().encode(rows.join('')));
}

describe.each(databases)('on $name', (kind) => {
  let session: BulkSession;
  beforeAll(async () => {
    session = await (await openSessions(kind)).open();
  });

  test.each([1, 7, 50, 249, 250, 251, 1_000])('a query in parts of %i gives every row once and in order', async (most) => {
    await fillNumbers(session);
    const transaction = await session.begin();
    const parts: number[] = [];
    const numbers: number[] = [];
    for await (const rows of session.parts('select number from numbers where name <> ? order by number', ['n3'], most)) {
      parts.push(rows.length);
      numbers.push(...rows.map(([number]) => Number(number)));
    }
    await transaction.commit();
    expect(numbers).toEqual(Array.from({ length: ROWS }, (_, index) => index + 1).filter((number) => number !== 3));
    expect(Math.max(...parts)).toBeLessThanOrEqual(most);
  });

  test('whoever leaves in the middle can change the table at once, and read anew', async () => {
    await fillNumbers(session);
    const transaction = await session.begin();
    for (let reading = 0; reading < 3; reading += 1) {
      for await (const rows of session.parts('select number from numbers order by number', [], 10)) {
        expect(rows[0]).toEqual([1]);
        break;
      }
    }
    await session.run('drop table numbers');
    await transaction.commit();
    await expect(session.rows('select number from numbers')).rejects.toThrow(/numbers/);
  });

  test('a query that is wrong is told, and the transaction can be ended', async () => {
    await fillNumbers(session);
    const transaction = await session.begin();
    const read = async (): Promise<void> => {
      for await (const rows of session.parts('select nothing from numbers', [], 10)) expect(rows).toEqual([]);
    };
    await expect(read()).rejects.toThrow(/nothing/);
    await transaction.rollback();
    expect(await session.rows('select count(*) as count from numbers')).toHaveLength(1);
  });
});
