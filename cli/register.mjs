// Lets Node run the project's TypeScript from source: there is no build step. Used as `node --import ./cli/register.mjs FILE`.
import { readFileSync } from 'node:fs';
import { registerHooks, setSourceMapsSupport } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformCached } from './transform-cache.mjs';

registerHooks({
  load(url, context, next) {
    if (!url.startsWith('file:') || !/\.[mc]?ts$/.test(url) || url.includes('/node_modules/')) return next(url, context);
    const filename = fileURLToPath(url);
    return { format: 'module', shortCircuit: true, source: transformCached(readFileSync(filename, 'utf8'), filename) };
  },
});
// Own code only: reading the maps of a thousand package files would double the time of a start.
setSourceMapsSupport(true, { nodeModules: false, generatedCode: false });
