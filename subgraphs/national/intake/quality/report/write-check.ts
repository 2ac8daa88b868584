import type { SqlEntityManager } from '@mikro-orm/sql';
import type { Kysely } from 'kysely';
import type { Delivery } from '../deliveries.ts';
import type { Finding } from '../finding.ts';
import { QualityCheckRow, QualityDeliveryRow, QualityFindingRow, type QualityTables } from './quality-tables.ts';

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

/** Writes a check in the caller's transaction; gives its number. */
export async function writeCheck(entityManager: SqlEntityManager, check: FinishedCheck): Promise<number> {
  const { occasion, checkedAt, since, rules, rowsChecked, findings, deliveries } = check;
  const tables = entityManager.getKysely() as unknown as Kysely<QualityTables>;
  const last = await tables.selectFrom('quality_check').select('id').orderBy('id', 'desc').limit(1).executeTakeFirst();
  const id = (last?.id ?? 0) + 1;
  await entityManager.insertMany(QualityCheckRow, [{ id, checkedAt, occasion, since, rules: JSON.stringify(rules), rowsChecked }]);
  const rows = findings.map(({ unit, rows: numbers, ...finding }, seq) => ({
    ...finding,
    checkId: id,
    seq,
    unitId: unit,
    rows: JSON.stringify(numbers),
  }));
  if (rows.length > 0) await entityManager.insertMany(QualityFindingRow, rows);
  const lines = deliveries.map(({ unit, ...delivery }, seq) => ({ ...delivery, checkId: id, seq, unitId: unit }));
  if (lines.length > 0) await entityManager.insertMany(QualityDeliveryRow, lines);
  await forgetOld(tables, occasion);
  return id;
}

async function forgetOld(tables: Kysely<QualityTables>, occasion: string): Promise<void> {
  const checks = await tables.selectFrom('quality_check').select('id').where('occasion', '=', occasion).orderBy('id', 'desc').execute();
  const old = checks.slice(KEPT).map(({ id }) => id);
  if (old.length === 0) return;
  await tables.deleteFrom('quality_finding').where('check_id', 'in', old).execute();
  await tables.deleteFrom('quality_delivery').where('check_id', 'in', old).execute();
  await tables.deleteFrom('quality_check').where('id', 'in', old).execute();
}
