import 'reflect-metadata';
import { isCalendarDate } from '../../subgraphs/contract/periods/calendar-date.ts';
import { checkNetwork } from '../../subgraphs/national/intake/quality/check-network.ts';
import { qualityRules } from '../../subgraphs/national/intake/quality/quality-rules.ts';
import { databaseFault } from '../database-fault.ts';
import { placeOfDatabase } from '../database-place.ts';
import { readEnvironment } from '../environment.ts';
import { exitCode } from '../exit-code.ts';
import { loadNetwork } from '../load-network.ts';
import { namedMember } from '../named-member.ts';
import { UserError } from '../user-error.ts';
import { deliveryLines, findingLines } from './print-check.ts';
import { showKinds } from './show-kinds.ts';

export interface QualityOptions {
  readonly network: string;
  readonly rule?: string;
  readonly since?: string;
  readonly report: boolean;
  readonly keys: boolean;
  readonly config: string;
  readonly json: boolean;
}

/**
 * `birge quality`: checks, keeps, prints.
 * Errors  UserError: no such network, rule or day, nothing stored yet, or a database that cannot be used
 */
export async function runQuality(options: QualityOptions): Promise<void> {
  const { rule, since, report, keys, json } = options;
  assertWords(options);
  const environment = readEnvironment();
  const name = namedMember(options.network, options.config);
  const network = await loadNetwork(name);
  const progress = showKinds(!json);
  const checked = await checkNetwork({
    network,
    databaseUrl: environment.databaseUrlOf(name) ?? environment.databaseUrl,
    dataFolder: environment.dataFolder,
    now: new Date(),
    rule,
    since,
    withRecords: keys,
    onProgress: progress.onProgress,
  })
    .catch((error: unknown) => {
      throw error instanceof Error && error.name === 'NothingStored'
        ? new UserError(error.message, exitCode.wrongUse, { cause: error })
        : (databaseFault(error, placeOfDatabase(name, environment)) ?? error);
    })
    .finally(progress.end);
  const { records, ...check } = checked;
  if (json) console.log(JSON.stringify({ network: network.country, ...check, ...(keys ? { records } : {}) }, null, 2));
  else {
    const lines = [
      ...findingLines(check),
      ...records.map((record) => `  ${record.kind}  source ${record.source}  key ${record.key}`),
      ...(report ? deliveryLines(check) : []),
    ];
    console.log(lines.join('\n'));
  }
  if (check.findings.some(({ severity }) => severity === 'ERROR')) process.exitCode = exitCode.findings;
}

function assertWords({ rule, since, keys }: QualityOptions): void {
  const codes = qualityRules.map(({ code }) => code);
  if (rule !== undefined && !codes.includes(rule)) throw new UserError(`"${rule}" is no rule; accepted: ${codes.join(', ')}.`);
  if (since !== undefined && !isCalendarDate(since)) throw new UserError(`--since must be a day, YYYY-MM-DD, not "${since}".`);
  if (keys && rule === undefined) throw new UserError('--keys lists the records of one rule; name it with --rule.');
}
