import { type MappedRecord, RecordMapper, type RecordSurroundings } from '../mapping/record-mapper.ts';
import type { RecordKind } from '../kinds/import-kind.ts';
import type { RowFault } from '../row-fault.ts';
import type { SourceRow } from '../reading/source-table.ts';
import { applyRecords } from './apply-records.ts';
import { checkStaged, removeStaged, type StagedFault } from './check-staged.ts';
import { type FaultList, MOST_FAULTY_ROWS } from './fault-list.ts';
import { ImportRefused } from './import-refused.ts';
import type { ImportStep } from './import-request.ts';
import { type OpenedFile, Samples } from './opened-file.ts';
import { planFirst, planRecords, type RecordPlan } from './plan-records.ts';
import { stagedTables } from './staged-tables.ts';
import type { Staging } from './staging.ts';
import type { StraightRows } from './straight-rows.ts';
import { askTables } from '../quality/ask-tables.ts';
import type { RunningCheck } from '../quality/running-check.ts';
import { sessionQueries } from '../../../storage/bulk/session-queries.ts';

/** Rows of a records file, waiting to be brought in. */
export interface StagedRecords {
  readonly staging: Staging;
  readonly read: number;
  readonly repeated: number;
  readonly samples: Samples;
  /** What they would do, without the rows at fault. */
  plan(mayRemove: boolean): Promise<RecordPlan>;
  /** Does it, inside the caller's transaction. */
  apply(importId: number, plan: RecordPlan): Promise<void>;
}

export interface RecordsToStage {
  readonly staging: Staging;
  /** Where rows beyond doubt go at once; null: all wait in the staging table, and nothing of the database is touched. */
  readonly straight: StraightRows | null;
  readonly kind: RecordKind;
  readonly file: OpenedFile;
  readonly surroundings: RecordSurroundings;
  readonly check: RunningCheck;
  readonly faults: FaultList;
  progress(this: void, step: ImportStep, share: number | null): void;
}

/**
 * Reads a records file and tells all its faults.
 * Errors  SourceFault; ImportRefused TOO_MANY_FAULTS; those of the database
 */
export async function stageRecords(work: RecordsToStage): Promise<StagedRecords> {
  const { staging, straight, file, check, faults, progress } = work;
  const { mapping, columns } = file;
  const { read, samples } = await readRows(work);
  progress('checking', null);
  await (straight ?? staging).end();
  const { faults: found, repeated } = await checkStaged(staging, MOST_FAULTY_ROWS + 1);
  for (const fault of found) faults.add(placed(fault, columns));
  const ask = askTables(sessionQueries(staging.session));
  const tables = stagedTables(staging, mapping.source, mapping.mode === 'incremental' && straight === null);
  for (const fault of await check.checkTables(ask, tables, straight?.tally)) {
    faults.add(placed({ ...fault, field: fault.field ?? '' }, columns));
  }
  assertFewFaults(faults);
  await removeStaged(staging, [...faults.errorRows]);
  return {
    staging,
    read,
    repeated,
    samples,
    plan: (mayRemove) => (straight === null ? planRecords(staging, mapping.source, mayRemove) : planFirst(staging, straight.count)),
    apply: (importId, plan) => applyRecords(staging, mapping.source, importId, plan),
  };
}

async function readRows(work: RecordsToStage): Promise<Pick<StagedRecords, 'read' | 'samples'>> {
  const { staging, straight, kind, file, surroundings, check, faults, progress } = work;
  const { table, mapping, columns } = file;
  const mapper = new RecordMapper(kind, mapping, columns, surroundings);
  const samples = new Samples(table.headers);
  let read = 0;
  for await (const rows of table.rows()) {
    samples.add(rows);
    const accepted = acceptedRows(rows, mapper, check, faults);
    await (straight === null ? stage(accepted, staging, check) : straight.addAll(accepted));
    read += rows.length;
    assertFewFaults(faults);
    progress('reading', table.bytes.total === 0 ? null : table.bytes.read / table.bytes.total);
  }
  return { read, samples };
}

/** The rows that no rule of single rows refuses. A function of its own: inside one that waits, the engine makes no loop fast. */
function acceptedRows(rows: readonly SourceRow[], mapper: RecordMapper, check: RunningCheck, faults: FaultList): MappedRecord[] {
  const accepted: MappedRecord[] = [];
  for (const source of rows) {
    const mapped = mapper.map(source);
    if (!isRefused(mapped, source, mapper, check, faults)) accepted.push(mapped);
  }
  return accepted;
}

/** Lets rows wait in the staging table. */
async function stage(rows: readonly MappedRecord[], staging: Staging, check: RunningCheck): Promise<void> {
  for (const mapped of rows) {
    check.noteSharedDay(mapped);
    staging.add(mapped.row, mapped.values);
  }
  await staging.sendFull();
}

function assertFewFaults({ errorRows }: FaultList): void {
  if (errorRows.size > MOST_FAULTY_ROWS) throw new ImportRefused('TOO_MANY_FAULTS', { limit: MOST_FAULTY_ROWS });
}

/** Tells the faults of one row; whether it stays out. */
function isRefused(mapped: MappedRecord, source: SourceRow, mapper: RecordMapper, check: RunningCheck, faults: FaultList): boolean {
  if (mapped.faults.length > 0) {
    for (const fault of mapped.faults) faults.add(fault);
    return true;
  }
  let isRefusedByRule = false;
  for (const { field, hint, rule, severity } of check.checkRow(mapped)) {
    faults.add({ ...mapper.placeOf(field, source), rule, hint, severity });
    if (severity === 'ERROR') isRefusedByRule = true;
  }
  return isRefusedByRule;
}

/** A fault of a staged row with its column; the cell itself is in the file. */
function placed({ row, field, rule, hint, severity }: StagedFault, columns: OpenedFile['columns']): RowFault {
  const column = columns.bound.find((bound) => bound.column.field === field)?.label ?? null;
  return { row, column, value: null, rule, hint, severity };
}
