import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { subgraph as kazakhstan } from '../../subgraphs/kazakhstan/index.ts';
import { subgraph as russia } from '../../subgraphs/russia/index.ts';
import { startFederation } from '../harness/start-federation.ts';
import { watchedModule } from '../harness/watched-module.ts';

const LIST = '{ statements(first: 1) { nodes { id } coverage { answered unavailable complete } } }';
const STATUS = '{ networkStatus { code breaker } }';
const BREAKER_OPEN_MS = 1_000;
/** Looks at it so often in one pause of the breaker, and for two of them. */
const PAUSES = 20;
const PATIENCE = 2 * PAUSES;
const isAProbe = (query: string) => query.includes('contractVersion');

test('a country that cuts every connection is soon left alone, costs nobody anything, and is whole again within one pause', async () => {
  const watched = watchedModule(kazakhstan);
  const federation = await startFederation({ countries: [watched.module, russia], breakerOpenMs: BREAKER_OPEN_MS });
  const healthy = await federation.ask(LIST);
  expect((await federation.ask(STATUS)).data.networkStatus).toEqual([
    { code: 'KZ', breaker: 'CLOSED' },
    { code: 'RU', breaker: 'CLOSED' },
  ]);

  watched.cut(true);
  const withoutKazakhstan = { answered: ['RU'], unavailable: ['KZ'], complete: false };
  for (let asked = 0; asked < 4; asked += 1) expect((await federation.ask(LIST)).data.statements.coverage).toEqual(withoutKazakhstan);
  expect((await federation.ask(STATUS)).data.networkStatus[0].breaker).not.toBe('CLOSED');
  const tried = watched.queries.filter((query) => !isAProbe(query)).length;
  expect((await federation.ask(LIST)).data.statements.coverage).toEqual(withoutKazakhstan);
  // At most the one that tries whether it is back.
  expect(watched.queries.filter((query) => !isAProbe(query)).length - tried).toBeLessThanOrEqual(1);

  watched.cut(false);
  for (let tries = 0; ; tries += 1) {
    const { data } = await federation.ask(LIST);
    if (data.statements.coverage.complete) {
      expect(data).toEqual(healthy.data);
      break;
    }
    expect(tries).toBeLessThan(PATIENCE);
    await wait(BREAKER_OPEN_MS / PAUSES);
  }
  expect((await federation.ask(STATUS)).data.networkStatus[0].breaker).toBe('CLOSED');
});

test('a question whose connection was cut is asked once more, and the client sees nothing of it', async () => {
  const watched = watchedModule(kazakhstan);
  const federation = await startFederation({ countries: [watched.module, russia], breakerOpenMs: BREAKER_OPEN_MS });
  watched.cutNext();
  const { data } = await federation.ask(LIST);
  expect(data.statements.coverage.complete).toBe(true);
  expect(watched.queries.filter((query) => query.includes('birge_list'))).toHaveLength(2);
});
