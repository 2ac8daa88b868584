import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { startFederation } from '../harness/start-federation.ts';

const COUNTRIES = { kazakhstan: 'KZ', russia: 'RU', uzbekistan: 'UZ' } as const;
/** The named questions whose answers are made of several countries'. */
const QUESTIONS = ['roadmap', 'helpers', 'together', 'search-funnel', 'sync', 'volunteers-of-kazakhstan', 'aid-for-a-disaster'];

const away = new Map(
  await Promise.all(
    Object.entries(COUNTRIES).map(async ([subgraph, code]) => [code, await startFederation({ stopped: [subgraph] })] as const),
  ),
);

/** Every `coverage` in an answer. */
function coveragesIn(value: unknown): { asked?: string[]; answered?: string[]; complete: boolean }[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === 'coverage' ? [inner] : coveragesIn(inner)));
}

test.each(QUESTIONS.flatMap((question) => Object.values(COUNTRIES).map((code) => [question, code] as const)))(
  '%s still answers without %s, and its coverage says so where it was asked',
  async (question, code) => {
    const { status, data, errors } = await away.get(code)!.ask(readFileSync(`schema/operations/${question}.graphql`, 'utf8'));
    expect(status).toBe(200);
    // Only a door that was asked by its own name leaves an error.
    expect(errors.filter(({ extensions }) => extensions?.['country'] !== code)).toEqual([]);
    const merged = Object.entries(data).filter(([field]) => field !== 'kazakhstan');
    expect(merged.filter(([, value]) => value === null)).toEqual([]);
    const coverages = coveragesIn(Object.fromEntries(merged));
    expect(coverages.length).toBeGreaterThan(0);
    for (const { asked, answered, complete } of coverages) {
      if (asked !== undefined) expect(complete).toBe(!asked.includes(code));
      if (answered !== undefined) expect(answered).not.toContain(code);
    }
  },
);

test('a statement of a country that answers can be cited without the others', async () => {
  const { data, errors } = await away.get('RU')!.ask(readFileSync('schema/operations/citations.graphql', 'utf8'));
  expect([errors, data.counted.value]).toEqual([[], 240_000]);
});
