import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { network as atlantis } from '../../../conformance/networks/atlantis/network.ts';
import { ask } from '../../../harness/ask.ts';
import { whenFileEnds } from '../../../harness/cleanup.ts';
import { FROZEN_NOW, silent } from '../../../harness/open-door.ts';
import { databases } from '../../open-history.ts';
import { createSubgraph } from '../../../../subgraphs/national/create-subgraph.ts';
import { openImport } from './open-import.ts';

// The registry of types is global, so a network's classes are made once for a test file.
const module = createSubgraph(atlantis);

describe.each(databases)('on $name', (kind) => {
  test('a running process shows the old rows during a dry run, and the new ones right after the commit and the undoing', async () => {
    const network = await openImport(kind);
    const { databaseUrl, dataFolder } = network.place;
    const running = await module.open({ databaseUrl, dataFolder, roverFile: '', now: () => FROZEN_NOW, log: silent });
    whenFileEnds(() => running.close());
    const url = await running.listen({ host: '127.0.0.1', port: 0 });
    const count = async (): Promise<number> => {
      const { data } = await ask(url, '{ atlantis { practices { totalCount } changes(since: "0001-01-01T00:00:00Z") { totalCount } } }');
      return data.atlantis.practices.totalCount;
    };
    const [header = '', first = ''] = (await readFile(fileURLToPath(new URL('practices.csv', atlantis.dataFolder)), 'utf8'))
      .trim()
      .split('\n');
    const added = [header, first.replace(/^[^,]+/, 'xa:practice:brand-new')];
    const before = await count();
    await network.bring('practices', added, { isCommitted: false });
    expect(await count()).toBe(before);
    await network.bring('practices', added);
    expect(await count()).toBe(before + 1);
    await network.undo(1);
    expect(await count()).toBe(before);
    await network.close();
  });
});
