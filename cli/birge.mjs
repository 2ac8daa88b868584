#!/usr/bin/env node
// The entry in plain JavaScript: it must run, and speak clearly, under a Node that is too old for the rest.
import module from 'node:module';
import { fileURLToPath } from 'node:url';
import { becomeLean } from './lean-memory.mjs';

const [major] = process.versions.node.split('.');
if (Number(major) < 24) {
  console.error(
    `birge: needs Node 24, this is ${process.version}. The right one comes with the project: run "npm run birge -- COMMAND" or "npx birge COMMAND".`,
  );
  process.exitCode = 2;
} else {
  becomeLean();
  // graphql-js looks for a second copy of itself at every type check unless it is told so before it is loaded.
  process.env.NODE_ENV ??= 'production';
  module.enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/birge/compiled', import.meta.url)));
  await import('./register.mjs');
  await import('./birge.ts');
}
