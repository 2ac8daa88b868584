import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { HistoryWriter } from '../../subgraphs/national/history/history-writer.ts';
import { publishRows } from '../../subgraphs/national/history/publish-rows.ts';
import { supersedeStatement } from '../../subgraphs/national/history/supersede-statement.ts';
import { withdrawPublication } from '../../subgraphs/national/history/withdraw-publication.ts';
import { currentIds, Follower } from './follow-changes.ts';
import { databases, openHistory } from './open-history.ts';
import { actionRow, actionsOf, sourceRow, sourcesOf, statementRow, statementsOf } from './published-samples.ts';

const RUNS = 15;

const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('publish' as const),
      type: fc.constantFrom('statement', 'action', 'source'),
      count: fc.integer({ min: 1, max: 4 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('again' as const), pick: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('supersede' as const), pick: fc.nat(), day: fc.integer({ min: 1, max: 28 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('withdraw' as const), pick: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('clock' as const), minutes: fc.integer({ min: -90, max: 90 }) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('read' as const), first: fc.integer({ min: 1, max: 6 }) }) },
);

const pickFrom = (ids: readonly string[], pick: number): string | undefined => ids[pick % Math.max(ids.length, 1)];

describe.each(databases)('on $name', (kind) => {
  test('whoever follows the feed holds exactly the current rows, however writes and pages fall', async () => {
    const history = await openHistory(kind);
    // One reader for all runs: what went wrong in one is still wrong after the next.
    const follower = new Follower(history);
    let lastLocal = 0;
    const locals = (count: number) => Array.from({ length: count }, () => `p${++lastLocal}`);
    const publish = (type: string, count: number) => (writer: HistoryWriter) => {
      if (type === 'statement') return publishRows(writer, statementsOf(...locals(count).map((local) => statementRow(local))));
      if (type === 'action') return publishRows(writer, actionsOf('HEALTH', ...locals(count).map((local) => actionRow(local))));
      return publishRows(writer, sourcesOf(...locals(count).map(sourceRow)));
    };

    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 25 }), async (steps) => {
        for (const next of steps) {
          if (next.kind === 'read') {
            await follower.readPage(next.first);
            continue;
          }
          if (next.kind === 'clock') {
            history.now = new Date(history.now.getTime() + next.minutes * 60_000);
            continue;
          }
          if (next.kind === 'publish') {
            await history.write(publish(next.type, next.count));
            continue;
          }
          const ids = await currentIds(history);
          const type = { again: 'action', supersede: 'statement', withdraw: '' }[next.kind];
          const id = pickFrom(
            ids.filter((each) => each.includes(`:${type}`)),
            next.pick,
          );
          if (id === undefined) continue;
          await history.write((writer) => {
            if (next.kind === 'withdraw') return withdrawPublication(writer, id);
            if (next.kind === 'again') return publishRows(writer, actionsOf('ECOLOGY', actionRow(id.slice('xa:action:'.length), 'Anew')));
            const knownFrom = `2025-02-${String(next.day).padStart(2, '0')}`;
            return supersedeStatement(writer, id, statementRow(locals(1)[0]!, { knownFrom }));
          });
        }
        const current = await currentIds(history);
        expect(await follower.catchUp(1 + (steps.length % 9))).toEqual(current);
        expect(await new Follower(history).catchUp()).toEqual(current);
      }),
      { numRuns: RUNS, interruptAfterTimeLimit: 60_000, markInterruptAsFailure: true },
    );
    expect(new Set(follower.seen.map(({ op }) => op))).toEqual(new Set(['UPSERT', 'DELETE']));
    expect(follower.seen.map(({ at }) => at)).toEqual(follower.seen.map(({ at }) => at).toSorted());
  }, 90_000);
});
