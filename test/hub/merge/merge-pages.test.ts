import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { mergePages, type OwnerPage, type Positions, type SortedRow } from '../../../subgraphs/hub/merge/merge-pages.ts';

type Row = { key: string; id: string };
const owners = ['KZ', 'RU', 'UZ'];
// The last two stand in one order by their bytes and in the other by the units of a JavaScript string.
const key = fc.constantFrom('2019', '2020', '2021', 'a', 'ё', 'я', 'Z', '', 'z\ufffd', 'z\u{1f33e}');

/** Three owners' lists, each sorted as its own database would. */
const lists = fc
  .array(fc.tuple(fc.constantFrom(...owners), key), { maxLength: 30 })
  .map(
    (rows) =>
      new Map(
        owners.map((owner) => [
          owner,
          rows.flatMap(([of, value], index) => (of === owner ? [{ key: value, id: `${owner}:${index}` }] : [])),
        ]),
      ),
  );

const bytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));
const order = (direction: 'asc' | 'desc') => (a: Row, b: Row) =>
  (bytes(a.key, b.key) || bytes(a.id, b.id)) * (direction === 'asc' ? 1 : -1);

/** What an owner answers: its rows behind the position, one page of them. */
function answer(rows: readonly Row[], after: string | undefined, first: number): OwnerPage<Row> {
  const from = after === undefined ? 0 : rows.findIndex(({ id }) => id === after) + 1;
  const page = rows.slice(from, from + first).map((row): SortedRow<Row> => ({ ...row, cursor: row.id, row }));
  return { rows: page, hasNextPage: rows.length > from + first };
}

test('without outages the pages are the sorted union, whatever their size', () => {
  fc.assert(
    fc.property(lists, fc.integer({ min: 1, max: 7 }), fc.constantFrom('asc' as const, 'desc' as const), (unsorted, first, direction) => {
      const sorted = new Map([...unsorted].map(([owner, rows]) => [owner, rows.toSorted(order(direction))]));
      const read: Row[] = [];
      for (let positions: Positions = new Map(); ;) {
        const pages = new Map(owners.map((owner) => [owner, answer(sorted.get(owner) ?? [], positions.get(owner), first)]));
        const page = mergePages(pages, { first, direction, positions });
        read.push(...page.rows.map(({ row }) => row));
        expect(page.rows.length).toBeLessThanOrEqual(first);
        if (!page.hasNextPage) break;
        expect(page.rows).toHaveLength(first);
        positions = page.rows.at(-1)!.positions;
      }
      expect(read.map(({ id }) => id)).toEqual(
        [...sorted.values()]
          .flat()
          .toSorted(order(direction))
          .map(({ id }) => id),
      );
    }),
  );
});

test('whichever owners are away between pages, no row is lost and none comes twice', () => {
  const outage = fc.array(fc.subarray(owners), { maxLength: 12 });
  fc.assert(
    fc.property(lists, outage, fc.integer({ min: 1, max: 4 }), (unsorted, outages, first) => {
      const sorted = new Map([...unsorted].map(([owner, rows]) => [owner, rows.toSorted(order('asc'))]));
      const read: string[] = [];
      const away = [...outages];
      for (let positions: Positions = new Map(); ;) {
        const missing = away.shift() ?? [];
        const pages = new Map(
          owners
            .filter((owner) => !missing.includes(owner))
            .map((owner) => [owner, answer(sorted.get(owner) ?? [], positions.get(owner), first)]),
        );
        const page = mergePages(pages, { first, direction: 'asc', positions });
        read.push(...page.rows.map(({ row }) => row.id));
        positions = page.rows.at(-1)?.positions ?? positions;
        if (missing.length === 0 && !page.hasNextPage) break;
      }
      expect(read.toSorted(bytes)).toEqual(
        [...sorted.values()]
          .flat()
          .map(({ id }) => id)
          .toSorted(bytes),
      );
    }),
  );
});

test('a repeated page is the same page, and the order in which owners answer changes nothing', () => {
  fc.assert(
    fc.property(lists, fc.shuffledSubarray(owners, { minLength: 3 }), (unsorted, shuffled) => {
      const pagesOf = (names: readonly string[]) =>
        new Map(names.map((owner) => [owner, answer((unsorted.get(owner) ?? []).toSorted(order('asc')), undefined, 5)]));
      const options = { first: 5, direction: 'asc' as const, positions: new Map() };
      const merged = (names: readonly string[]) => {
        const { rows, hasNextPage } = mergePages(pagesOf(names), options);
        return { rows: rows.map(({ owner, row, positions }) => ({ owner, row, positions })), hasNextPage };
      };
      expect(merged(shuffled)).toEqual(merged(owners));
    }),
  );
});

test('the positions behind a row are the cursors of all rows up to it, in whatever order they are asked for', () => {
  fc.assert(
    fc.property(lists, fc.array(fc.nat({ max: 29 })), (unsorted, asked) => {
      const sorted = new Map([...unsorted].map(([owner, rows]) => [owner, rows.toSorted(order('asc'))]));
      const pages = new Map(owners.map((owner) => [owner, answer(sorted.get(owner) ?? [], undefined, 30)]));
      const before: Positions = new Map([['KZ', 'before']]);
      const { rows } = mergePages(pages, { first: 30, direction: 'asc', positions: before });
      for (const index of asked.filter((at) => at < rows.length)) {
        const behind = new Map(before);
        for (const { owner, row } of rows.slice(0, index + 1)) behind.set(owner, row.id);
        expect(rows[index]?.positions).toEqual(behind);
      }
    }),
  );
});
