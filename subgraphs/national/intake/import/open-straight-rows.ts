import type { BulkTransaction } from '../../../storage/bulk/bulk-session.ts';
import type { RecordKind } from '../kinds/import-kind.ts';
import type { RunningCheck } from '../quality/running-check.ts';
import { nextImportId } from './journal.ts';
import { KnownPersons } from './known-persons.ts';
import type { OpenedFile } from './opened-file.ts';
import { isFirst } from './plan-records.ts';
import type { Staging } from './staging.ts';
import { StraightRows } from './straight-rows.ts';

/** Bytes of a file whose rows may go straight in: memory and the time for which nobody else can write grow with them. */
const MOST_BYTES = 268_435_456;

/**
 * Opens the way of a first file straight into its table, in a transaction of its own: there is nothing to compare its rows with. Null: they must wait
 * in the staging table, all of them.
 */
export async function openStraightRows(
  staging: Staging,
  { table, mapping: { source } }: OpenedFile,
  check: RunningCheck,
): Promise<{ readonly rows: StraightRows; readonly transaction: BulkTransaction } | null> {
  const { session, kind } = staging;
  if (table.bytes.total > MOST_BYTES || !mayGoStraight(kind, check) || !(await isFirst(session, kind, source))) return null;
  const transaction = await session.begin();
  try {
    const persons = await KnownPersons.read(session, source, check.rules);
    if (persons !== null) {
      const importId = await nextImportId((sql) => session.rows(sql));
      return { rows: await StraightRows.open({ staging, source, importId, fileBytes: table.bytes.total, persons, check }), transaction };
    }
  } catch (error) {
    await transaction.rollback().catch(() => undefined);
    throw error;
  }
  await transaction.rollback();
  return null;
}

/** Whether rows of a kind can be told to be beyond doubt one by one. */
function mayGoStraight({ fields, isUnit }: RecordKind, { rules }: RunningCheck): boolean {
  if (isUnit || fields.some(({ refersTo }) => refersTo?.isMade === true)) return false;
  return rules.every(
    ({ find, summarize }) =>
      summarize === undefined &&
      (find === undefined || (find.where !== undefined && find.quiet !== undefined) || find.isAboutSharedDays === true),
  );
}
