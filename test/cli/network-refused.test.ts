import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { copyProject } from '../harness/copy-project.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { runBirge } from './run-birge.ts';

// A copy, since a fact of a network is made wrong in it.
const copy = await copyProject();
const facts = join(copy, 'subgraphs', 'kazakhstan', 'network.ts');
const text = readFileSync(facts, 'utf8');

test.each([
  [['check', 'kazakhstan'], "'spring'", '"spring"'],
  [['subgraph', 'kazakhstan', '--port', '0'], '2016 as never', '2016'],
  [['import', 'list', '--network', 'kz'], "'2999'", '"2999"'],
])('birge %s tells in one line that a network is said to be founded in %s', async (command, founded, told) => {
  writeFileSync(facts, text.replace('founded: null', `founded: ${founded}`));
  const { code, err } = await runBirge(command, { BIRGE_DATA: await temporaryFolder() }, copy);
  expect(err).toMatch(/^birge: subgraphs\/kazakhstan\/network\.ts: founded is .* write an EDTF date that is not to come, .*\n$/);
  expect(err).toContain(`founded is ${told};`);
  expect(code).toBe(2);
});
