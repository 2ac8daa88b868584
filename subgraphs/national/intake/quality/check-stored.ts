import { type Kysely, sql } from 'kysely';
import type { Network } from '../../network.ts';
import type { PublicationTables } from '../../publications/tables.ts';
import type { AskTables, CheckedTables, KnownPublications, RowsByMonth } from '../quality-rule.ts';
import { askTables } from './ask-tables.ts';
import { type Delivery, expectDeliveries, type MonthlyCount } from './deliveries.ts';
import { type Finding, FindingCollector } from './finding.ts';
import { foundedOn } from '../../founded-on.ts';
import { qualityRules } from './quality-rules.ts';
import { readKnownPublications } from './read-known-publications.ts';
import { readStoredRecords } from './read-stored-records.ts';
import { allKinds, columnOf, findCheckedKind, type CheckedKind } from './checked-kinds.ts';
import { RunningCheck } from './running-check.ts';
import { readStoredPublications } from './stored-publications.ts';
import { storedTables } from './stored-tables.ts';
import { readUnitFinder, type UnitFinder } from './unit-finder.ts';

/** What a check of everything that is stored gives. */
export interface StoredCheck {
  readonly checkedAt: string;
  readonly since: string | null;
  /** Codes of the rules that were run. */
  readonly rules: readonly string[];
  readonly rowsChecked: number;
  readonly findings: readonly Finding[];
  readonly deliveries: readonly Delivery[];
  /** Records at fault, where they were asked for: they stay with the network. */
  readonly records: readonly RecordAtFault[];
}

export interface StoredCheckOptions {
  readonly database: { readonly kind: CheckedTables['dialect']; readonly read: Kysely<PublicationTables> };
  readonly network: Network;
  readonly now: Date;
  /** Code of the one rule to run; absent: all. */
  readonly rule?: string | undefined;
  /** Records of this day and later alone; publications are checked whole. */
  readonly since?: string | undefined;
  /** Whether to name the first records at fault by their keys. */
  readonly withRecords?: boolean;
  /** Told of each kind while it is checked: its name, and the rows checked so far. */
  readonly onProgress?: (kind: string, rows: number) => void;
}

/** A record at fault by the key of its registry. */
export interface RecordAtFault {
  readonly kind: string;
  readonly source: string;
  readonly key: string;
}

const RECORDS_NAMED = 100;

interface Work extends StoredCheckOptions {
  readonly ask: AskTables;
  readonly known: KnownPublications;
  readonly units: UnitFinder;
  readonly collector: FindingCollector;
  readonly records: RecordAtFault[];
  readonly today: string;
}

/**
 * Runs the rules over what is stored: records in batches and in SQL, so that memory does not grow with them.
 * Errors  those of the database
 */
export async function checkStored(options: StoredCheckOptions): Promise<StoredCheck> {
  const { database, network, now, rule, since = null } = options;
  const [known, units] = await Promise.all([readKnownPublications(database.read), readUnitFinder(database.read)]);
  const ask = askTables(database.read as unknown as Kysely<never>);
  const work: Work = {
    ...options,
    ask,
    known,
    units,
    collector: new FindingCollector(),
    records: [],
    today: now.toISOString().slice(0, 10),
  };
  let rowsChecked = 0;
  for (const kind of allKinds) rowsChecked += await checkKind(kind, work, rowsChecked);
  const counts = rule === undefined ? await countByMonth(work) : [];
  return {
    checkedAt: now.toISOString(),
    since,
    rules: qualityRules.filter(({ code }) => rule === undefined || rule === code).map(({ code }) => code),
    rowsChecked,
    findings: work.collector.findings(),
    deliveries: expectDeliveries(counts, { units: units.regionalUnits, rhythm: network.policy.refreshRhythm, today: work.today }),
    records: work.records,
  };
}

/** Checks one kind; gives the number of its rows. */
async function checkKind(kind: string, work: Work, before: number): Promise<number> {
  const { database, network, known, units, collector, today, rule } = work;
  const context = { kind, country: network.country, today, foundedOn: foundedOn(network), known };
  const check = new RunningCheck({ context, units, collector, rule });
  if (check.rules.length === 0) return 0;
  work.onProgress?.(kind, before);
  const recordKind = findCheckedKind(kind);
  if (recordKind !== undefined) return checkRecords(check, recordKind, work, before);
  const rows = await readStoredPublications(database.read as unknown as Kysely<never>, kind);
  for (const row of rows) check.checkRow(row, true);
  check.compareRows(rows, true);
  return rows.length;
}

async function checkRecords(check: RunningCheck, kind: CheckedKind, work: Work, before: number): Promise<number> {
  const { ask, database, since = null, withRecords = false, records, onProgress } = work;
  let count = 0;
  for await (const rows of readStoredRecords(ask, kind, since)) {
    for (const row of rows) if (check.checkRow(row, true).length > 0 && withRecords) nameRecord(records, kind.kind, row.values);
    count += rows.length;
    onProgress?.(kind.kind, before + count);
  }
  const tables = storedTables(database.kind, kind, since);
  await check.countTables(ask, tables, since === null ? undefined : await countEarlier(ask, kind, since));
  if (withRecords) for (const found of await check.keysAtFault(ask, tables, RECORDS_NAMED)) nameRecord(records, kind.kind, found);
  return count;
}

function nameRecord(records: RecordAtFault[], kind: string, values: Readonly<Record<string, unknown>>): void {
  if (records.length < RECORDS_NAMED) records.push({ kind, source: String(values['source']), key: String(values['sourceKey']) });
}

/** Rows of earlier months, which months are compared with. */
async function countEarlier(ask: AskTables, { table, day }: CheckedKind, since: string): Promise<RowsByMonth> {
  const column = sql.raw(columnOf(day));
  const rows = await ask(sql<{ month: string; whole: number }>`select substr(${column}, 1, 7) as month, count(*) as whole
    from ${sql.table(table)} where ${column} < ${since} group by 1`);
  return new Map(rows.map(({ month, whole }) => [month, { whole, checked: 0 }]));
}

async function countByMonth({ ask, units }: Work): Promise<MonthlyCount[]> {
  const rows = await ask(sql<{ action: string | null; month: string; count: number }>`select action_id as action,
    substr(date, 1, 7) as month, count(*) as count from record_participation group by 1, 2`);
  return rows.map(({ action, month, count }) => ({ unit: units.unitOf(action), month, count }));
}
