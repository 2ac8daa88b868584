import { expect, test } from '@jest/globals';
import { assert as holds, asyncProperty, integer } from 'fast-check';
import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery, parse, validate } from 'graphql';
import { startFederation } from '../harness/start-federation.ts';
import { randomFrom, randomQuery } from './random-query.ts';

/** BIRGE_TEST_FUZZ_RUNS makes a run longer than the suite has time for. */
const RUNS = Number(process.env['BIRGE_TEST_FUZZ_RUNS'] ?? 1_000);
/** Many times what a query takes, for busy machines. */
const LONGEST_MS = 60_000 + RUNS * 200;

test(
  'no query that fits the schema is answered with a fault of the server, nor with a word of its inside',
  async () => {
    const federation = await startFederation();
    const introspection = await federation.ask(getIntrospectionQuery());
    const schema = buildClientSchema(introspection.data as IntrospectionQuery);
    let answered = 0;
    await holds(
      asyncProperty(integer(), async (seed) => {
        const query = randomQuery(schema, randomFrom(seed));
        expect(validate(schema, parse(query))).toEqual([]);
        const { status, errors, data, text } = await federation.ask(query);
        if (data !== null) answered += 1;
        expect({
          query,
          status: status < 500,
          faults: errors.filter(({ extensions }) => extensions?.['code'] === 'INTERNAL_SERVER_ERROR'),
        }).toEqual({
          query,
          status: true,
          faults: [],
        });
        expect(text).not.toMatch(/node_modules|\.ts:\d|SQLITE|127\.0\.0\.1|at [A-Z]\w+\.\w+ \(/);
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
    // Refusals alone would prove nothing.
    expect(answered).toBeGreaterThan(RUNS / 2);
  },
  LONGEST_MS,
);
