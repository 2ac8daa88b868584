import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pino } from 'pino';
import type { SubgraphModule } from '../subgraphs/contract/subgraph-module.ts';
import { subgraph as hub } from '../subgraphs/hub/index.ts';
import { createSubgraph } from '../subgraphs/national/create-subgraph.ts';
import { madeUpNetwork } from './made-up-network.ts';
import { dataFolderOf, type MemberMessage, type MemberTask, roverFileOf, sdlFileOf } from './member-message.ts';
import { watchRequests } from './watch-requests.ts';

// A process of the benchmark: opens the members of its task, says where they answer, and tells what it has used whenever it is asked.
const task = JSON.parse(process.argv[2] ?? '') as MemberTask;
const { folder } = task;
const log = pino({ level: 'warn' }, pino.destination(2));
const counted = task.kind === 'hub' && task.isCounted ? watchRequests() : () => ({ asked: {}, mostUnderWay: 0 });

process.once('disconnect', () => process.exit());
const urls: Record<string, string> = {};
const modules = task.kind === 'hub' ? [hub] : task.codes.map((code) => createSubgraph(madeUpNetwork(code, dataFolderOf(folder, code))));
for (const module of modules) {
  if (task.kind === 'countries') await writeFile(sdlFileOf(folder, module.name), await module.emitSdl({ roverFile: '' }));
  urls[module.name] = await open(module);
}

let before = process.cpuUsage();
process.on('message', () => {
  const { user, system } = process.cpuUsage(before);
  tell({ type: 'usage', usage: { cpuUs: user + system, ...counted() } });
  before = process.cpuUsage();
});
tell({ type: 'open', urls });

async function open(module: SubgraphModule): Promise<string> {
  const running = await module.open({ dataFolder: join(folder, 'var'), roverFile: roverFileOf(folder), now: () => new Date(), log });
  return running.listen({ host: '127.0.0.1', port: 0 });
}

function tell(message: MemberMessage): void {
  process.send?.(message);
}
