import { cp, mkdir, readdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from './temporary-folder.ts';

const root = join(import.meta.dirname, '..', '..');
/** What a clone does not have, or what a run leaves behind. */
const LEFT_OUT = new Set(['node_modules', '.git', 'var', 'coverage']);

/**
 * A copy of the project in a folder of its own, for tests that change it: its packages are those of the original, its caches are not.
 * Shape   nothing -> path, removed when the test file ends
 */
export async function copyProject(): Promise<string> {
  const copy = await temporaryFolder();
  for (const name of await readdir(root)) {
    if (!LEFT_OUT.has(name)) await cp(join(root, name), join(copy, name), { recursive: true });
  }
  await mkdir(join(copy, 'node_modules'));
  // One link a package instead of one for all: `node_modules/.cache` holds bundles, which belong to one checkout.
  for (const name of await readdir(join(root, 'node_modules'))) {
    if (name !== '.cache') await symlink(join(root, 'node_modules', name), join(copy, 'node_modules', name));
  }
  return copy;
}
