import { expect, test } from '@jest/globals';
import { contractVersion } from '../../subgraphs/federation/checks/contract-version.ts';

test.each([
  ['0.1.0', '0.1.0', 0, 0],
  ['0.1.2', '0.1.10', 0, 1],
  ['1.4.0', '1.10.0', 0, 1],
  ['0.1.0', '0.2.0', 1, 0],
  ['1.9.0', '2.0.0', 1, 0],
  [null, '0.1.0', 1, 0],
])('%s beside %s: %i findings, %i notes', (served, own, findings, notes) => {
  const found = contractVersion(served, own);
  expect([found.findings.length, found.notes.length]).toEqual([findings, notes]);
});

test.each([
  ['0.1.9', '0.2.0', 'older'],
  ['0.10.0', '0.9.0', 'newer'],
])('%s beside %s is %s', (served, own, word) => {
  expect(contractVersion(served, own).findings[0]?.message).toContain(`it is ${word}`);
});
