import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { whenFileEnds } from './cleanup.ts';

/** An empty folder that is removed when the test file ends. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'birge-test-'));
  whenFileEnds(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
