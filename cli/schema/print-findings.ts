import type { Finding } from '../../subgraphs/federation/checks/finding.ts';
import { exitCode } from '../exit-code.ts';

/** Prints findings one per line, the number of them last; the exit code says whether there are any. */
export function printFindings(findings: readonly Finding[], json: boolean): void {
  if (findings.length > 0) process.exitCode = exitCode.findings;
  if (json) {
    console.log(JSON.stringify(findings, null, 2));
    return;
  }
  for (const { check, where, message } of findings) console.log(`${check}  ${where}  ${message}`);
  console.log(
    findings.length === 0 ? 'The contract is sound: no findings.' : `${findings.length} finding${findings.length === 1 ? '' : 's'}.`,
  );
}
