import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { network as atlantis } from '../../../conformance/networks/atlantis/network.ts';
import { whenFileEnds } from '../../../harness/cleanup.ts';
import { FROZEN_NOW, silent } from '../../../harness/open-door.ts';
import { readMetrics } from '../../../harness/read-metrics.ts';
import { databases } from '../../open-history.ts';
import { createSubgraph } from '../../../../subgraphs/national/create-subgraph.ts';
import { openImport } from './open-import.ts';

const module = createSubgraph(atlantis);
const LAST = 'birge_import_last_timestamp_seconds';

describe.each(databases)('on $name', (kind) => {
  test('an import moves the time of the last one and the data, and takes both back when it is undone', async () => {
    const network = await openImport(kind);
    const { databaseUrl, dataFolder } = network.place;
    const running = await module.open({ databaseUrl, dataFolder, roverFile: '', now: () => FROZEN_NOW, log: silent });
    whenFileEnds(() => running.close());
    const url = await running.listen({ host: '127.0.0.1', port: 0 });
    const imports = async () => {
      const metrics = await readMetrics(url);
      const numbers = ['committed', 'undone'].map((outcome) => metrics.of('birge_imports', { kind: 'practices', outcome }));
      return [...numbers, metrics.of(LAST, { kind: 'practices' }), metrics.of('birge_data_changes_total')];
    };
    const [header = '', first = ''] = (await readFile(fileURLToPath(new URL('practices.csv', atlantis.dataFolder)), 'utf8'))
      .trim()
      .split('\n');
    expect(await imports()).toEqual([null, null, null, 0]);
    await network.bring('practices', [header, first.replace(/^[^,]+/, 'xa:practice:brand-new')]);
    const [entry] = await network.journal();
    // A revision is remembered for a moment.
    for (let looks = 0; (await imports())[3] === 0; looks += 1) {
      expect(looks).toBeLessThan(500);
      await wait(10);
    }
    expect(await imports()).toEqual([1, null, Date.parse(entry?.started_at ?? '') / 1_000, 1]);
    await network.undo(1);
    expect((await imports()).slice(0, 3)).toEqual([null, 1, null]);
    await network.close();
  });
});
