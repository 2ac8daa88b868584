import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { root } from './read-imports.ts';

const read = (file: string): string => readFileSync(join(root, file), 'utf8');

test('docs/dependencies.md and package.json name the same packages', () => {
  const documented = [...read('docs/dependencies.md').matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name);
  const { dependencies, optionalDependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
    string,
    Record<string, string>
  >;
  const declared = Object.keys({ ...dependencies, ...optionalDependencies, ...devDependencies });
  expect(declared.length).toBeGreaterThan(20);
  expect(new Set(documented)).toEqual(new Set(declared));
});

test('nothing runs when packages are installed', () => expect(read('.npmrc')).toMatch(/^ignore-scripts=true$/m));
