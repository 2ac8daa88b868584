import type { Kysely } from 'kysely';
import type { Delivery } from '../deliveries.ts';
import type { Finding } from '../finding.ts';
import type { QualityTables } from './quality-tables.ts';

/** A check as it is kept: what was found, and on which occasion. */
export interface FinishedCheck {
  readonly occasion: 'CHECK' | 'IMPORT';
  readonly checkedAt: string;
  readonly since: string | null;
  readonly rules: readonly string[];
  readonly rowsChecked: number;
  readonly findings: readonly Finding[];
  readonly deliveries: readonly Delivery[];
}

/** Checks of one occasion that are kept; older ones go. */
const KEPT = 10;

/** Rows of one insert: a finding has 13 values, and SQLite takes 32,766. */
const AT_ONCE = 500;

/** Writes a check in the caller's transaction; gives its number. */
export async function writeCheck(queries: Kysely<never>, check: FinishedCheck): Promise<number> {
  const tables = queries as unknown as Kysely<QualityTables>;
  const { occasion, checkedAt, since, rules, rowsChecked, findings, deliveries } = check;
  const last = await tables.selectFrom('quality_check').select('id').orderBy('id', 'desc').limit(1).executeTakeFirst();
  const id = (last?.id ?? 0) + 1;
  const row = { id, checked_at: checkedAt, occasion, since, rules: JSON.stringify(rules), rows_checked: rowsChecked };
  await tables.insertInto('quality_check').values(row).execute();
  const rows = findings.map(({ unit, rows: numbers, ...finding }, seq) => ({
    ...finding,
    check_id: id,
    seq,
    unit_id: unit,
    rows: JSON.stringify(numbers),
  }));
  for (const part of partsOf(rows)) await tables.insertInto('quality_finding').values(part).execute();
  const lines = deliveries.map(({ unit, ...delivery }, seq) => ({ ...delivery, check_id: id, seq, unit_id: unit }));
  for (const part of partsOf(lines)) await tables.insertInto('quality_delivery').values(part).execute();
  await forgetOld(tables, occasion);
  return id;
}

function* partsOf<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let start = 0; start < rows.length; start += AT_ONCE) yield rows.slice(start, start + AT_ONCE);
}

async function forgetOld(tables: Kysely<QualityTables>, occasion: string): Promise<void> {
  const checks = await tables.selectFrom('quality_check').select('id').where('occasion', '=', occasion).orderBy('id', 'desc').execute();
  const old = checks.slice(KEPT).map(({ id }) => id);
  if (old.length === 0) return;
  await tables.deleteFrom('quality_finding').where('check_id', 'in', old).execute();
  await tables.deleteFrom('quality_delivery').where('check_id', 'in', old).execute();
  await tables.deleteFrom('quality_check').where('id', 'in', old).execute();
}
