import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { publishRows } from '../../subgraphs/national/history/publish-rows.ts';
import { withdrawPublication } from '../../subgraphs/national/history/withdraw-publication.ts';
import { writeHistory } from '../../subgraphs/national/history/write-history.ts';
import { migrations } from '../../subgraphs/national/migrations/migrations.ts';
import { publicationEntities, type PublicationTables } from '../../subgraphs/national/publications/tables.ts';
import { openDatabase } from '../../subgraphs/storage/open-database.ts';
import { whenFileEnds } from '../harness/cleanup.ts';
import { FROZEN_NOW } from '../harness/open-door.ts';
import { type Federation, startFederation } from '../harness/start-federation.ts';
import { actionRow, actionsOf } from '../national/published-samples.ts';

const LIST = '{ actions(filter: { countries: ["KZ", "RU"] }) { totalCount } }';
const DOORS = '{ networks { code ... on NationalNetwork { actions { totalCount } } } }';

async function askGateway(federation: Federation, query: string) {
  const response = await fetch(federation.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return { text: await response.text(), isKept: response.headers.get('cache-status')?.includes('hit') ?? false };
}

test('the gateway gives real answers again until a country publishes, withdraws or goes away', async () => {
  const federation = await startFederation({ isCaching: true });
  const database = await openDatabase<PublicationTables>({
    entities: publicationEntities,
    migrations,
    file: join(federation.dataFolder, 'kazakhstan.sqlite'),
  });
  whenFileEnds(() => database.close());
  const untilChanged = async (query: string, before: string): Promise<string> => {
    for (;;) {
      const { text } = await askGateway(federation, query);
      if (text !== before) return text;
    }
  };
  const untilKept = async (query: string): Promise<string> => {
    for (;;) {
      const { text, isKept } = await askGateway(federation, query);
      if (isKept) return text;
    }
  };
  for (const query of [LIST, DOORS]) {
    const first = await untilKept(query);
    await writeHistory(
      database,
      () => FROZEN_NOW,
      (writer) => publishRows(writer, actionsOf('ECOLOGY', actionRow('kept'))),
    );
    const published = await untilChanged(query, first);
    expect(await untilKept(query)).toBe(published);
    await writeHistory(
      database,
      () => FROZEN_NOW,
      async (writer) => {
        writer.undoneImport = 1;
        await withdrawPublication(writer, 'xa:action:kept');
      },
    );
    expect(await untilChanged(query, published)).toBe(first);
  }
  for (let asked = 0; asked < 3; asked += 1) expect((await askGateway(federation, '{ networkStatus { code up } }')).isKept).toBe(false);
  const whole = await untilKept(LIST);
  await federation.stop('kazakhstan');
  expect(JSON.parse(await untilChanged(LIST, whole))).toMatchObject({ data: { actions: { totalCount: null } } });
});
