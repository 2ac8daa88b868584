import { createHash } from 'node:crypto';
import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../project-root.ts';
import { typescriptTransform } from '../typescript-transform.mjs';

const sources = ['http', 'subgraphs', 'gateway', 'cli'];

/**
 * What a bundle was made from, in short: when two stamps are equal, so are the bundles. Sources count by path, size and time of change,
 * packages by the list that npm leaves of what it has installed.
 */
export function bundleStamp(): string {
  const files = globSync(`{${sources.join(',')}}/**/*.{ts,mjs}`, { cwd: projectRoot }).sort();
  const hash = createHash('sha1').update(JSON.stringify([typescriptTransform, process.version, projectRoot]));
  for (const file of [...files, join('node_modules', '.package-lock.json')]) {
    const { size, mtimeMs } = statSync(join(projectRoot, file));
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}
