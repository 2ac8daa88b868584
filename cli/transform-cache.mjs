// Keeps transformed TypeScript on disk: the compiler is loaded only when a file has changed, which makes the second start several times faster.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { typescriptTransform } from './typescript-transform.mjs';

const require = createRequire(import.meta.url);
const folder = fileURLToPath(new URL('../node_modules/.cache/birge/transformed', import.meta.url));
// All that decides the result besides the file itself.
const setting = JSON.stringify([typescriptTransform, require('@swc/core/package.json').version]);

const hashOf = (...texts) => texts.reduce((hash, text) => hash.update(text).update('\0'), createHash('sha1')).digest('base64url');

/**
 * JavaScript for a TypeScript source, from the cache or freshly made. One entry per file, so the cache cannot grow beyond the tree;
 * its first line holds the hash of what it was made from. A cache that cannot be read or written is only slower.
 */
export function transformCached(source, filename) {
  const entry = join(folder, `${hashOf(filename)}.js`);
  const stamp = `//${hashOf(setting, source)}\n`;
  try {
    const cached = readFileSync(entry, 'utf8');
    if (cached.startsWith(stamp)) return cached.slice(stamp.length);
  } catch {
    // No entry yet.
  }
  const { code } = require('@swc/core').transformSync(source, { ...typescriptTransform, filename });
  try {
    mkdirSync(folder, { recursive: true });
    // Several processes start at once: a reader must never see half an entry.
    const half = `${entry}.${process.pid}`;
    writeFileSync(half, stamp + code);
    renameSync(half, entry);
  } catch {
    // A read-only checkout runs as well.
  }
  return code;
}
