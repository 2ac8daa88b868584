import { array, assert, asyncProperty, constantFrom, integer, record, shuffledSubarray } from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { databases } from '../../open-history.ts';
import { type OpenImport, openImport } from './open-import.ts';

const COLUMNS = ['sourceKey', 'personKey', 'date', 'minutes', 'role'] as const;
const PERSONS = ['P1', 'P2', 'P3'];
const row = record({
  personKey: constantFrom(...PERSONS),
  date: constantFrom('2024-05-01', '02.05.2024', '3 мая 2024'),
  minutes: integer({ min: 1, max: 60 }),
  role: constantFrom('', 'VOLUNTEER', 'LEADER, "first"'),
});
const rows = array(row, { minLength: 1, maxLength: 12 });
const RUNS = 6;

const quoted = (cell: string): string => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** The same rows as a file, in an order of rows and of columns. */
function fileOf(cells: readonly Readonly<Record<string, string | number>>[], columns: readonly string[]): string[] {
  return [columns.join(','), ...cells.map((one) => columns.map((column) => quoted(String(one[column]))).join(','))];
}

describe.each(databases)('on $name', (kind) => {
  let network: OpenImport;
  beforeAll(async () => {
    network = await openImport(kind);
    await network.bring('persons', ['sourceKey', ...PERSONS]);
  });
  afterAll(() => network.close());

  test('the order of rows and columns of a file makes no difference to the database', async () => {
    const cases = rows.chain((made) => {
      const keyed = made.map((one, index) => ({ ...one, sourceKey: `k${index}` }));
      const whole = { minLength: keyed.length, maxLength: keyed.length };
      const all = { minLength: COLUMNS.length, maxLength: COLUMNS.length };
      return record({ keyed: constantFrom(keyed), shuffled: shuffledSubarray(keyed, whole), columns: shuffledSubarray([...COLUMNS], all) });
    });
    await assert(
      asyncProperty(cases, async ({ keyed, shuffled, columns }) => {
        await network.bring('participations', fileOf(keyed, COLUMNS), { mayDrop: true });
        const before = await network.hash();
        const { counts } = await network.bring('participations', fileOf(shuffled, columns), { mayDrop: true });
        expect(counts).toMatchObject({ new: 0, changed: 0, removed: 0, unchanged: keyed.length });
        expect(await network.hash()).toBe(before);
        // The other order alone, in a database without them, gives the same.
        await network.bring('participations', ['sourceKey,personKey,date', 'other,P1,2024-01-01'], { mayDrop: true });
        await network.bring('participations', fileOf(shuffled, columns), { mayDrop: true });
        expect(await network.hash()).toBe(before);
      }),
      { numRuns: RUNS, seed: 7 },
    );
  });
});
