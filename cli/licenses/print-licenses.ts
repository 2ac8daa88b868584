import { exitCode } from '../exit-code.ts';
import { projectRoot } from '../project-root.ts';
import { readLicenses } from './read-licenses.ts';

/** `birge licenses`: one package per line; the exit code is 1 when a license is not on the allow-list. */
export async function printLicenses(json: boolean): Promise<void> {
  const packages = await readLicenses(projectRoot);
  const refused = packages.filter(({ allowed }) => !allowed);
  if (refused.length > 0) process.exitCode = exitCode.findings;
  if (json) {
    console.log(JSON.stringify(packages, null, 2));
    return;
  }
  for (const { name, version, license, elastic } of packages) console.log(`${elastic ? '*' : ' '} ${name} ${version}  ${license}`);
  const elastic = packages.filter((entry) => entry.elastic).length;
  console.log(
    `${packages.length} packages, ${elastic} under Elastic-2.0 (*): free to run, not to be offered to third parties as a managed service.`,
  );
  for (const { name, version, license } of refused) console.log(`not on the allow-list: ${name} ${version}  ${license}`);
}
