import { describe, expect, test } from '@jest/globals';
import { openBothGateways, type Given } from './both-gateways.ts';
import { federations, supergraphOf } from './federations.ts';
import { openMadeUpSubgraph, type Manner } from './made-up-subgraph.ts';
import { randomQuery } from './random-query.ts';

const QUERIES = Number(process.env['BIRGE_DIFFERENTIAL_QUERIES'] ?? 100);
const FIRST_SEED = Number(process.env['BIRGE_DIFFERENTIAL_SEED'] ?? 1);
const manners: readonly Manner[] = ['healthy', 'faulty', 'corrupt'];

/** A path as both can know it: the stock gateway counts rows by what it sent to a subgraph, which is no index of the answer. */
function rough(path: Given['errorPaths'][number]): string {
  const elements = (path ?? []).map((element) => (typeof element === 'number' ? '@' : element));
  // A fetch of entities that failed as a whole: no index of a row can be meant, so ours stands where the rows begin.
  return (elements.at(-1) === '_entities' ? elements.slice(0, elements.indexOf('@')) : elements).join('.');
}
const set = (paths: Given['errorPaths']) => [...new Set(paths.map(rough))].sort();

/** Whether the data is null at a place or above it. */
function isNullAt(data: unknown, path: readonly (string | number)[]): boolean {
  let value = data;
  for (const element of path) {
    if (value === null || value === undefined) return true;
    value = (value as Record<string | number, unknown>)[element];
  }
  return value === null || value === undefined;
}

/** As a client reads it; the order of keys is that of the query in ours, and that of the planner's own form of it in the other. */
const plain = (data: unknown): unknown => JSON.parse(JSON.stringify(data ?? null));
const orFault = (given: Promise<Given>): Promise<Given | string> => given.catch((error: unknown) => String(error));

describe.each(federations)('$name', (federation) => {
  const supergraph = supergraphOf(federation);

  test.each(manners)(`${QUERIES} random queries over %s subgraphs: the same data, the same places of errors`, async (manner) => {
    const subgraphs = new Map(federation.subgraphs.map((subgraph) => [subgraph.name, openMadeUpSubgraph(subgraph, manner)]));
    const both = await openBothGateways(supergraph, subgraphs);
    let asked = 0;
    for (let seed = FIRST_SEED; seed < FIRST_SEED + QUERIES; seed += 1) {
      const { query, variables } = randomQuery(both.schema, seed, federation.maxDepth);
      const question = { seed, query, variables };
      const [ours, stock] = [await orFault(both.ours(query, variables)), await orFault(both.stock(query, variables))];
      if (typeof ours === 'string' || typeof stock === 'string') {
        // The planner, the same in both, has queries that it cannot plan.
        expect({ ...question, fault: ours }).toEqual({ ...question, fault: stock });
        continue;
      }
      expect({ ...question, data: plain(ours.data) }).toEqual({ ...question, data: plain(stock.data) });
      expect({ ...question, errors: set(ours.errorPaths) }).toEqual({ ...question, errors: set(stock.errorPaths) });
      // Indexes included: an error of ours stands where something is missing.
      expect({ ...question, misplaced: ours.exactPaths.filter((path) => !isNullAt(ours.data, path)) }).toEqual({
        ...question,
        misplaced: [],
      });
      if (stock.errorPaths.length === 0) {
        expect({ ...question, misfits: ours.misfits.length > 0 }).toEqual({ ...question, misfits: stock.misfits.length > 0 });
      }
      const counts = both.takeCounts();
      expect(counts.ours).toBeLessThanOrEqual(counts.stock);
      asked += counts.ours;
    }
    expect(asked).toBeGreaterThan(QUERIES / 2);
  });
});
