import 'reflect-metadata';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runImport } from '../subgraphs/national/intake/import/run-import.ts';
import { network } from '../subgraphs/kazakhstan/network.ts';

/** What one import took. */
export interface IntakeFigures {
  readonly ms: number;
  readonly peakBytes: number;
  readonly new: number;
  readonly unchanged: number;
}

// One import, as a process of its own: folder or URL of the database, file, kind.
const [place = '', file = '', kind = ''] = process.argv.slice(2);
const isUrl = place.startsWith('postgres');
const started = performance.now();
const { counts } = await runImport(
  {
    network,
    databaseUrl: isUrl ? place : undefined,
    dataFolder: isUrl ? mkdtempSync(join(tmpdir(), 'birge-intake-')) : place,
    now: () => new Date(),
  },
  {
    file,
    kind,
    mapping: null,
    mappingText: '',
    options: {},
    isCommitted: true,
    mayDrop: false,
    allowedFaults: { count: 0, unit: 'rows' },
    actor: 'bench',
  },
);
const figures: IntakeFigures = {
  ms: performance.now() - started,
  peakBytes: process.resourceUsage().maxRSS * 1024,
  new: counts.new,
  unchanged: counts.unchanged,
};
console.log(JSON.stringify(figures));
