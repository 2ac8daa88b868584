import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { codeFiles, root } from '../../architecture/read-imports.ts';

const LOADED = /^(?:import|export) (?!type\b)[^;]*?from '(?:@opentelemetry\/|prom-client)/m;

test('a process that tells no spans and whose metrics nobody reads loads no package for them', () => {
  const files = codeFiles(['http', 'gateway', 'subgraphs', 'cli']);
  expect(files.length).toBeGreaterThan(500);
  expect(files.filter((file) => LOADED.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
});

test.each(["import { Registry } from 'prom-client';", "import {\n  diag,\n} from '@opentelemetry/api';"])('%s is found', (line) => {
  expect(line).toMatch(LOADED);
});
