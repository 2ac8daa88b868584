import { takeImportLock, type TakenLock } from '../../../storage/import-lock.ts';
import type { ImportKind } from '../kinds/import-kind.ts';
import { findImportKind, importKinds } from '../kinds/import-kinds.ts';
import { builtInMapping } from '../mapping/built-in-mapping.ts';
import type { Mapping } from '../mapping/mapping.ts';
import { FindingCollector } from '../quality/finding.ts';
import { qualityRules } from '../quality/quality-rules.ts';
import { type FinishedCheck, writeCheck } from '../quality/report/write-check.ts';
import { FaultList } from './fault-list.ts';
import { beginHash, type RunningHash } from './hash-file.ts';
import { ImportRefused } from './import-refused.ts';
import type { ImportCounts, ImportReport } from './import-report.ts';
import type { ImportRequest, IntakePlace } from './import-request.ts';
import { type JournalEntry, nextImportId, readJournal, writeEntry } from './journal.ts';
import { keepRefusal } from './keep-refusal.ts';
import { mappingHash } from './mapping-hash.ts';
import { type Intake, openIntake } from './open-intake.ts';
import { type OpenedFile, openFile } from './opened-file.ts';
import { openFile as openSourceFile } from '../reading/text/source-text.ts';
import { type PreparedImport, prepareImport } from './prepared-import.ts';
import { commaColumns, writeRejectedFile } from './rejected-file.ts';
import { OutputFault } from '../writing/output-fault.ts';

/** A file in which fewer rows than this share of those that are there are left stops an import. */
const LARGEST_DROP = 0.3;
const FIRST_FAULTS = 20;
const NO_COUNTS: ImportCounts = { read: 0, new: 0, changed: 0, unchanged: 0, removed: 0, rejected: 0, kept: 0, erased: 0, repeated: 0 };

/**
 * Brings a file in, wholly or not at all; a dry run only tells what would happen.
 * Shape   network and database, what is asked -> what was done
 * Errors  ImportRefused, SourceFault, MappingInvalid: nothing was written; those of the database and the file system: the same
 */
export async function runImport(place: IntakePlace, request: ImportRequest): Promise<ImportReport> {
  const started = performance.now();
  const kind = findImportKind(request.kind);
  if (kind === undefined) throw new ImportRefused('KIND_UNKNOWN', { found: request.kind, accepted: importKinds.map(({ name }) => name) });
  const mapping = request.mapping ?? builtInMapping(kind);
  if (mapping.kind !== kind.name) throw new ImportRefused('MAPPING_OTHER_KIND', { found: mapping.kind, accepted: [kind.name] });
  // A file that cannot be opened makes no database.
  await (await openSourceFile(request.file)).close();
  const hash = beginHash(request.file);
  const intake = await openIntake(place);
  let lock: TakenLock | null = null;
  try {
    if (request.isCommitted) lock = await takeLock(place, intake, request);
    const run = { place, request, kind, mapping, hash, intake, lock, started };
    return (await alreadyThere(run)) ?? (await bringIn(run));
  } finally {
    // Nothing goes on after an import.
    await hash.digest.catch(() => undefined);
    await lock?.release();
    await intake.close();
  }
}

interface Run {
  readonly place: IntakePlace;
  readonly request: ImportRequest;
  readonly kind: ImportKind;
  readonly mapping: Mapping;
  readonly hash: RunningHash;
  readonly intake: Intake;
  /** Null in a dry run. */
  readonly lock: TakenLock | null;
  /** performance.now() at the beginning. */
  readonly started: number;
}

async function takeLock({ databaseUrl, now }: IntakePlace, { file }: Intake, { actor }: ImportRequest): Promise<TakenLock> {
  const taken = await takeImportLock({ url: databaseUrl, file }, `${actor} (process ${process.pid})`, now());
  if ('release' in taken) return taken;
  throw new ImportRefused('IMPORT_LOCKED', { found: taken.owner, accepted: [taken.since] });
}

/** The very same file, read in the same way, brought in last of its kind and whole: nothing can be new. */
async function alreadyThere(run: Run): Promise<ImportReport | null> {
  const { request, kind, mapping, hash, intake } = run;
  const last = (await readJournal(intake.database.read as never)).find(({ outcome }) => outcome === 'COMMITTED');
  const isSame =
    last !== undefined &&
    last.kind === kind.name &&
    last.source === mapping.source &&
    last.mapping_hash === mappingHash(request) &&
    last.rows_rejected === 0 &&
    last.file_hash === (await hash.digest);
  if (!isSame) return null;
  const counts = { ...NO_COUNTS, read: last.rows_read, unchanged: last.rows_read };
  const file = await openFile(request, kind, mapping);
  await file.table.close();
  return reportOf(run, file, { counts, samples: [], sameAs: last.id });
}

async function bringIn(run: Run): Promise<ImportReport> {
  const { place, request, kind, mapping, intake } = run;
  const file = await openFile(request, kind, mapping);
  const session = kind.family === 'record' ? await intake.openSession() : null;
  const faults = new FaultList();
  const collector = new FindingCollector();
  let check: FinishedCheck | null = null;
  const progress = (step: Parameters<NonNullable<IntakePlace['progress']>>[0], share: number | null): void => place.progress?.(step, share);
  try {
    const prepared = await prepareImport({
      intake,
      session,
      kind,
      file,
      path: request.file,
      network: place.network,
      isCommitted: request.isCommitted,
      lock: run.lock,
      faults,
      collector,
      now: place.now,
      progress,
    });
    progress('telling', null);
    check = checkOf(run, collector, prepared.counts.read);
    return await decide(run, file, prepared, faults, check);
  } catch (error) {
    if (isKept(error, request)) await keepRefusal(error, () => writeRefusal(run, file, error, check));
    throw error;
  } finally {
    await session?.close();
    await file.table.close();
  }
}

/** Whether a refusal is remembered. Without the lock nothing is written: somebody else may be writing the journal. */
function isKept(error: unknown, { isCommitted }: ImportRequest): error is ImportRefused {
  return isCommitted && error instanceof ImportRefused && error.code !== 'LOCK_LOST';
}

/** What the rules found, as it is kept; the rules are those that read such rows. */
function checkOf({ kind, place }: Run, collector: FindingCollector, rowsChecked: number): FinishedCheck {
  const rules = qualityRules.filter(({ kinds }) => kinds.includes(kind.name)).map(({ code }) => code);
  const checkedAt = place.now().toISOString();
  return { occasion: 'IMPORT', checkedAt, since: null, rules, rowsChecked, findings: collector.findings(), deliveries: [] };
}

async function decide(
  run: Run,
  file: OpenedFile,
  prepared: PreparedImport,
  faults: FaultList,
  check: FinishedCheck,
): Promise<ImportReport> {
  const { request, place } = run;
  const counts: ImportCounts = { ...NO_COUNTS, ...countsOf(prepared), rejected: faults.errorRows.size };
  const { samples } = prepared;
  try {
    // Written before the database: no row is ever lost between the two.
    const { unwritten, ...rejected } = await keepRejected(run, file, faults);
    const found = { counts, samples, ...rejected, faults: faults.first(FIRST_FAULTS) };
    const report = reportOf(run, file, found);
    assertWanted(request, report, prepared.present);
    if (!request.isCommitted) return report;
    if (unwritten !== null) throw new ImportRefused('REJECTED_UNWRITTEN', { found: unwritten.message }, report, unwritten);
    place.progress?.('writing', null);
    const fileHash = await run.hash.digest;
    // All reading is done, and nothing is committed yet.
    if (!run.hash.isCurrent()) throw new ImportRefused('FILE_CHANGED', {}, report);
    const importId = await prepared.commit((id) => entryOf(run, fileHash, file, id, counts, null), check);
    return reportOf(run, file, { ...found, importId });
  } catch (error) {
    await prepared.abandon().catch(() => undefined);
    throw error;
  }
}

/** Writes the refused rows beside their file. Where that cannot be, what is wrong with them is told all the same. */
async function keepRejected({ request, kind }: Run, file: OpenedFile, faults: FaultList) {
  const none = { rejectedFile: null, rejectedFault: null, unwritten: null };
  if (faults.errorRows.size === 0) return none;
  try {
    return { ...none, rejectedFile: await writeRejectedFile(request.file, optionsOf(file), faults, commaColumns(kind, file.columns)) };
  } catch (error) {
    if (!(error instanceof OutputFault)) throw error;
    return { ...none, rejectedFault: error.message, unwritten: error };
  }
}

/**
 * Stops an import with more faults, or with fewer rows, than it was allowed.
 * Errors  ImportRefused ROWS_REJECTED, DROP_GUARD
 */
function assertWanted({ allowedFaults: { unit, count }, mayDrop }: ImportRequest, report: ImportReport, present: number): void {
  const { rejected, read, removed } = report.counts;
  const allowed = unit === 'rows' ? count : (read * count) / 100;
  if (rejected > allowed) throw new ImportRefused('ROWS_REJECTED', { found: rejected, limit: read }, report);
  if (!mayDrop && removed > present * LARGEST_DROP) throw new ImportRefused('DROP_GUARD', { found: removed, limit: present }, report);
}

function countsOf({ counts }: PreparedImport): Omit<ImportCounts, 'rejected'> {
  const { read, new: added, changed, unchanged, removed, kept, erased, repeated } = counts;
  return { read, new: added, changed, unchanged, removed, kept, erased, repeated };
}

/** How the file was read, for reading it once more in the same way. */
function optionsOf({ table, mapping }: OpenedFile) {
  const { format, encoding, separator, sheet } = table;
  const { headerRow, headerRows, recordsAt } = mapping.format;
  const known = {
    format,
    encoding: encoding ?? undefined,
    separator: separator ?? undefined,
    sheet: sheet ?? undefined,
    headerRow,
    headerRows,
    recordsAt,
  };
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined));
}

/** A refused import is remembered as well, when it was to be written, and with it what the rules found: it is then that a steward looks. */
async function writeRefusal(run: Run, file: OpenedFile, { code, report }: ImportRefused, check: FinishedCheck | null): Promise<void> {
  const fileHash = await run.hash.digest;
  await run.intake.database.write(async (entityManager) => {
    const id = await nextImportId((sql) => entityManager.execute(sql));
    await writeEntry(entityManager, entryOf(run, fileHash, file, id, report?.counts ?? NO_COUNTS, code));
    if (check !== null) await writeCheck(entityManager.getKysely<never>(), check);
  });
}

function entryOf(
  { request, kind, place, started }: Run,
  fileHash: string,
  file: OpenedFile,
  id: number,
  counts: ImportCounts,
  reason: string | null,
): JournalEntry {
  const { mapping } = file;
  const durationMs = Math.round(performance.now() - started);
  return {
    id,
    kind: kind.name,
    source: mapping.source,
    mode: mapping.mode,
    actor: request.actor,
    fileName: file.name,
    fileHash,
    mappingName: mapping.name,
    mappingVersion: mapping.version,
    mappingHash: mappingHash(request),
    startedAt: new Date(place.now().getTime() - durationMs).toISOString(),
    durationMs,
    rowsRead: counts.read,
    rowsNew: counts.new,
    rowsChanged: counts.changed,
    rowsUnchanged: counts.unchanged,
    rowsRemoved: counts.removed,
    rowsRejected: counts.rejected,
    outcome: reason === null ? 'COMMITTED' : 'REFUSED',
    reason,
    undoneAt: null,
    imagesForgotten: 0,
  };
}

type Found = Pick<ImportReport, 'counts' | 'samples'> &
  Partial<Pick<ImportReport, 'sameAs' | 'importId' | 'faults' | 'rejectedFile' | 'rejectedFault'>>;

function reportOf({ place, request, kind, started }: Run, { name, table, mapping, columns }: OpenedFile, found: Found): ImportReport {
  const { counts, samples, sameAs = null, importId = null, faults = [], rejectedFile = null, rejectedFault = null } = found;
  return {
    network: place.network.country,
    kind: kind.name,
    file: name,
    isCommitted: request.isCommitted,
    importId,
    sameAs,
    format: table.format,
    encoding: table.encoding,
    separator: table.separator,
    sheet: table.sheet,
    mapping: { name: mapping.name, version: mapping.version, source: mapping.source, mode: mapping.mode },
    leftOut: columns.unmapped,
    samples,
    counts,
    faults,
    warnings: table.warnings,
    rejectedFile,
    rejectedFault,
    durationMs: Math.round(performance.now() - started),
  };
}
