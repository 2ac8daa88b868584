import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { openRevisedFederation, type RevisedSubgraph } from './revised-federation.ts';

const POLL_MS = 150;
const RUNS_MS = 4_000;

/** Numbers between 0 and 1, the same for the same seed. */
function chanceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** When each state of a subgraph began; its name counts them. */
function changeAtRandom(subgraph: RevisedSubgraph, code: string, random: () => number): number[] {
  const begunAt = [performance.now()];
  const set = (state: number) =>
    Object.assign(subgraph, { name: String(state), header: `${code}=r${state}`, revision: { [code]: `r${state}` } });
  set(0);
  void (async () => {
    const end = performance.now() + RUNS_MS;
    while (performance.now() < end) {
      await wait(20 + random() * 400);
      begunAt.push(performance.now());
      set(begunAt.length - 1);
    }
  })();
  subgraph.beforeAnswer = () => wait(random() * 60);
  subgraph.beforeTold = () => wait(random() * 140);
  return begunAt;
}

/** The state that a subgraph had at a time. */
function stateAt(begunAt: readonly number[], time: number): number {
  return Math.max(
    0,
    begunAt.findLastIndex((begun) => begun <= time),
  );
}

test('no answer is older than the poll allows, whatever changes while it is made, kept, joined or given again', async () => {
  const seed = Number(process.env['BIRGE_TEST_SEED'] ?? Date.now() % 100_000);
  const random = chanceOf(seed);
  const { ask, russia, kazakhstan } = await openRevisedFederation({ REVISION_POLL_MS: String(POLL_MS) });
  const russian = changeAtRandom(russia, 'RU', random);
  const kazakh = changeAtRandom(kazakhstan, 'KZ', random);
  const questions = ['{ russia { name } }', '{ russia { name } kazakhstan { name } }', '{ kazakhstan { name } }'];
  const tooOld: string[] = [];
  let asked = 0;
  let kept = 0;
  const client = async () => {
    const end = performance.now() + RUNS_MS;
    while (performance.now() < end) {
      const begun = performance.now();
      const { body, headers } = await ask(questions[Math.floor(random() * questions.length)] ?? '');
      asked += 1;
      if (headers.get('cache-status') === 'birge; hit') kept += 1;
      const data = body.data as { russia?: { name: string }; kazakhstan?: { name: string } };
      for (const [given, begunAt] of [
        [data.russia?.name, russian],
        [data.kazakhstan?.name, kazakh],
      ] as const) {
        const least = stateAt(begunAt, begun - POLL_MS);
        if (given !== undefined && Number(given) < least) tooOld.push(`state ${given} where ${least} had begun before the poll`);
      }
      await wait(random() * 10);
    }
  };
  await Promise.all(Array.from({ length: 8 }, client));
  expect({ seed, tooOld }).toEqual({ seed, tooOld: [] });
  expect(asked).toBeGreaterThan(50);
  expect(kept).toBeGreaterThan(0);
});
