import { expect, test } from '@jest/globals';
import { subgraph as kazakhstan } from '../../subgraphs/kazakhstan/index.ts';
import { subgraph as russia } from '../../subgraphs/russia/index.ts';
import { startFederation } from '../harness/start-federation.ts';
import { watchedModule } from '../harness/watched-module.ts';

const QUESTION = '{ contradictions { nodes { id } coverage { answered timedOut complete } } }';
const isAProbe = (query: string) => query.includes('contractVersion');
const PATIENCE = 50;

test('a country whose feed has not moved is asked one small question, and nothing of it is read again', async () => {
  const watched = watchedModule(kazakhstan);
  const federation = await startFederation({ countries: [watched.module, russia] });
  const first = await federation.ask(QUESTION);
  watched.queries.length = 0;
  const again = await federation.ask(QUESTION);
  expect(again.data).toEqual(first.data);
  const asked = watched.queries.filter((query) => !isAProbe(query));
  expect(asked).toHaveLength(1);
  expect(asked[0]).toMatch(/lastPublishedAt.*changes\(since: \$birge_since, first: 1\) \{ totalCount \}/s);
});

test('many questions at once read a country once', async () => {
  const watched = watchedModule(kazakhstan);
  const federation = await startFederation({ countries: [watched.module, russia] });
  const answers = await Promise.all(Array.from({ length: 8 }, () => federation.ask(QUESTION)));
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  expect(watched.queries.filter((query) => query.includes('organizations('))).toHaveLength(1);
});

test('a country that takes longer to read than a question can wait is late for it, and known for a later one', async () => {
  const watched = watchedModule(kazakhstan);
  const federation = await startFederation({ countries: [watched.module, russia], countryTimeoutMs: 5_000 });
  watched.hold((query) => query.includes('organizations('));
  const late = await federation.ask(QUESTION);
  expect(late.data.contradictions.coverage).toEqual({ answered: ['RU'], timedOut: ['KZ'], complete: false });
  watched.hold(null);
  for (let tries = 0; ; tries += 1) {
    const { data } = await federation.ask(QUESTION);
    if (data.contradictions.coverage.complete) break;
    expect(tries).toBeLessThan(PATIENCE);
  }
  // The reading that was too late for the first question served the others.
  expect(watched.queries.filter((query) => query.includes('organizations('))).toHaveLength(1);
});

test('a country that hangs leaves the others their statements, within the time of one question', async () => {
  const watched = watchedModule(kazakhstan);
  const federation = await startFederation({ countries: [watched.module, russia], countryTimeoutMs: 5_000 });
  watched.hold((query) => !isAProbe(query));
  const { data, errors } = await federation.ask(
    '{ contradictions { nodes { rule statements { id } } coverage { answered timedOut complete } } }',
  );
  expect(errors).toEqual([]);
  expect(data.contradictions.coverage).toEqual({ answered: ['RU'], timedOut: ['KZ'], complete: false });
  const branches = data.contradictions.nodes.find(({ rule }: { rule: string }) => rule === 'BRANCHES_ABOVE_REGIONS');
  expect(branches.statements).toEqual([{ id: 'ru:statement:medics-branches' }]);
  watched.hold(null);
});
