import type { Affected } from '../../subgraphs/federation/checks/finding.ts';
import { exitCode } from '../exit-code.ts';
import type { ContractReport } from './check-contract.ts';

/**
 * Prints findings one per line, under each whom it affects, the number of them last; the exit code says whether there are any. Under `json`
 * the findings alone go to standard output, notes to standard error.
 */
export function printFindings({ findings, notes }: ContractReport, json: boolean): void {
  if (findings.length > 0) process.exitCode = exitCode.findings;
  for (const note of notes) {
    if (json) console.error(`note  ${note}`);
    else console.log(`note  ${note}`);
  }
  if (json) {
    console.log(JSON.stringify(findings, null, 2));
    return;
  }
  for (const { check, where, message, affects } of findings) {
    console.log(`${check}  ${where}  ${message}`);
    for (const line of affects ? affectedLines(affects) : []) console.log(`    ${line}`);
  }
  console.log(
    findings.length === 0 ? 'The contract is sound: no findings.' : `${findings.length} finding${findings.length === 1 ? '' : 's'}.`,
  );
}

function affectedLines(affects: readonly Affected[]): string[] {
  const questions = affects.filter(({ kind }) => kind !== 'member');
  const members = affects.filter(({ kind }) => kind === 'member').map(({ name }) => name);
  const lines = questions.map(
    ({ kind, name, at }) => `breaks ${kind === 'hub' ? `the hub's ${name}` : `the stored query ${name}`}, at ${at}`,
  );
  if (questions.length === 0) lines.push('no stored query and no question of the hub asks for it');
  if (members.length > 0) lines.push(`${members.join(', ')} ${members.length === 1 ? 'declares' : 'declare'} it as well`);
  return lines;
}
