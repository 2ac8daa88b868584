import type { RowFault } from '../row-fault.ts';
import { STAGING, stagingColumn } from './record-sql.ts';
import type { Staging } from './staging.ts';

/** A fault of a staged row, by the field at fault; its place in the file is added by who reads the file. */
export interface StagedFault extends Pick<RowFault, 'rule' | 'hint' | 'severity'> {
  readonly row: number;
  readonly field: string;
}

const REPEATED = 'KEY_REPEATED';

/**
 * What only all rows together tell: keys that stand twice. A row that is there once more, the same in every
 * field, is taken out and counted: it says nothing new. Rows of one key that differ are all at fault, for none is better than the other.
 */
export async function checkStaged(staging: Staging, most: number): Promise<{ faults: StagedFault[]; repeated: number }> {
  const { session, kind } = staging;
  const columns = kind.fields.map(stagingColumn);
  const keys = `select source_key, min(row_no) as first from ${STAGING} group by source_key having count(*) > 1`;
  const same = columns.map((column) => `staged.${column} is not distinct from one.${column}`).join(' and ');
  const repeatedKeys = await session.rows(`select 1 as found from (${keys}) as keys limit 1`);
  let repeated = 0;
  const faults: StagedFault[] = [];
  if (repeatedKeys.length > 0) {
    repeated = await session.run(
      `delete from ${STAGING} where row_no in (select staged.row_no from (${keys}) as keys join ${STAGING} as one on one.row_no = keys.first
         join ${STAGING} as staged on staged.source_key = keys.source_key and staged.row_no > keys.first and ${same})`,
    );
    const rows = await session.rows<{ row_no: number }>(
      `select staged.row_no from ${STAGING} as staged join (${keys}) as keys on keys.source_key = staged.source_key order by staged.row_no limit ${most}`,
    );
    const hint = 'several rows have this key and differ; keep one, or give each its own';
    faults.push(...rows.map(({ row_no: row }) => ({ row, field: 'sourceKey', rule: REPEATED, hint, severity: 'ERROR' as const })));
  }
  return { faults, repeated };
}

/** Takes rows out of those that wait. */
export async function removeStaged(staging: Staging, rows: readonly number[]): Promise<void> {
  const AT_ONCE = 5_000;
  for (let start = 0; start < rows.length; start += AT_ONCE) {
    await staging.session.run(`delete from ${STAGING} where row_no in (${rows.slice(start, start + AT_ONCE).join(', ')})`);
  }
}
