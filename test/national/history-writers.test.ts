import { describe, expect, test } from '@jest/globals';
import { publishRows } from '../../subgraphs/national/history/publish-rows.ts';
import { withdrawPublication } from '../../subgraphs/national/history/withdraw-publication.ts';
import { writeHistory } from '../../subgraphs/national/history/write-history.ts';
import { currentIds, Follower } from './follow-changes.ts';
import { databases, openHistory } from './open-history.ts';
import { sourceRow, sourcesOf, statementRow, statementsOf } from './published-samples.ts';

const WRITES = 24;

describe.each(databases)('on $name', (kind) => {
  test('a writer that is not done holds back the next one, and a reader in between misses neither', async () => {
    const history = await openHistory(kind);
    const follower = new Follower(history);
    await follower.catchUp();
    const steps: string[] = [];
    const hasWritten = Promise.withResolvers<void>();
    const mayCommit = Promise.withResolvers<void>();
    const first = history.write(async (writer) => {
      await publishRows(writer, sourcesOf(sourceRow('first')));
      hasWritten.resolve();
      await mayCommit.promise;
      steps.push('first commits');
    });
    await hasWritten.promise;
    const second = history.write(async (writer) => {
      steps.push('second begins');
      await publishRows(writer, sourcesOf(sourceRow('second')));
    });
    // Two pages of the door are time enough for a second writer that nobody holds back.
    const before = await follower.catchUp();
    expect(await follower.catchUp()).toEqual(before);
    expect(before).not.toContain('xa:source:first');
    mayCommit.resolve();
    await Promise.all([first, second]);
    expect(steps).toEqual(['first commits', 'second begins']);
    await follower.catchUp();
    expect(follower.seen.slice(-2).map(({ entity }) => entity)).toEqual(['xa:source:first', 'xa:source:second']);
  });

  test('two processes write at once, a third reads along: nothing is lost and every number is there', async () => {
    const history = await openHistory(kind);
    const processes = [history.database, await history.openAnother()];
    const follower = new Follower(history);
    const writers = { areDone: false };
    const reading = (async () => {
      for (let size = 1; !writers.areDone; size = (size % 5) + 1) await follower.readPage(size);
    })();
    const at = () => history.now;
    const writing = Array.from({ length: WRITES }, async (_, index) => {
      const database = processes[index % processes.length]!;
      const rows = Array.from({ length: 1 + (index % 7) }, (__, part) => statementRow(`w${index}-${part}`));
      await writeHistory(database, at, (writer) => publishRows(writer, statementsOf(...rows)));
      if (index % 3 === 0) await writeHistory(database, at, (writer) => withdrawPublication(writer, rows[0]!.id));
    });
    await Promise.all(writing).finally(() => (writers.areDone = true));
    await reading;
    expect(await follower.catchUp(3)).toEqual(await currentIds(history));
    expect(follower.seen.map(({ id }) => id)).toEqual(follower.seen.map((_, index) => `xa:change:${index + 1}`));
  });
});
