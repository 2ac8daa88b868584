import { type BulkSession, completing } from '../../../storage/bulk/bulk-session.ts';
import { writeHistory } from '../../history/write-history.ts';
import type { Database } from '../../../storage/open-database.ts';
import { foundedOn } from '../../founded-on.ts';
import type { Network } from '../../network.ts';
import type { ImportKind } from '../kinds/import-kind.ts';
import type { PublicationTables } from '../../publications/tables.ts';
import type { TakenLock } from '../../../storage/import-lock.ts';
import { applyPublications } from './apply-publications.ts';
import { assertLockHeld } from './assert-lock-held.ts';
import type { FaultList } from './fault-list.ts';
import { stageAliases } from './import-aliases.ts';
import { stagePublications } from './import-publications.ts';
import { stageRecords } from './import-records.ts';
import type { ImportCounts } from './import-report.ts';
import type { ImportStep } from './import-request.ts';
import { type JournalEntry, nextImportId, writeEntry, writeEntryInSession } from './journal.ts';
import type { Intake } from './open-intake.ts';
import type { OpenedFile } from './opened-file.ts';
import { forgetOldImages, forgetOldPublicationImages } from './forget-images.ts';
import { markDataFile } from './mark-data-file.ts';
import { readRegions } from './read-regions.ts';
import type { Kysely } from 'kysely';
import type { FindingCollector } from '../quality/finding.ts';
import { readKnownPublications } from '../quality/read-known-publications.ts';
import { RunningCheck } from '../quality/running-check.ts';
import { type FinishedCheck, writeCheck } from '../quality/report/write-check.ts';
import { sessionQueries } from '../../../storage/bulk/session-queries.ts';
import { openStraightRows } from './open-straight-rows.ts';
import { Staging } from './staging.ts';
import { readUnitFinder } from '../quality/unit-finder.ts';

/** A file that was read, checked and compared: nothing is written yet. */
export interface PreparedImport {
  readonly counts: Omit<ImportCounts, 'rejected'>;
  /** Rows of this kind and source that are there. */
  readonly present: number;
  readonly samples: readonly Readonly<Record<string, string | null>>[];
  /** Does it in one transaction, together with its entry in the journal and what was found; gives the import's number. */
  commit(entryOf: (id: number) => JournalEntry, check: FinishedCheck): Promise<number>;
  /** Takes back whatever was done so far. */
  abandon(): Promise<void>;
}

interface Preparation {
  readonly intake: Intake;
  readonly session: BulkSession | null;
  readonly kind: ImportKind;
  readonly file: OpenedFile;
  readonly path: string;
  readonly network: Network;
  /** Whether anything is to be written at all. */
  readonly isCommitted: boolean;
  /** Null in a dry run. */
  readonly lock: TakenLock | null;
  readonly faults: FaultList;
  /** Takes what the rules of quality find. */
  readonly collector: FindingCollector;
  now(this: void): Date;
  progress(this: void, step: ImportStep, share: number | null): void;
}

/** Reads, checks and compares a file. A file with refused rows removes nothing, for nobody knows which rows they would have been. */
export async function prepareImport(preparation: Preparation): Promise<PreparedImport> {
  return preparation.kind.family === 'record' ? prepareRecords(preparation) : preparePublications(preparation);
}

/** The rules of quality for the rows of one file. */
async function openCheck({ intake, kind, network, collector }: Preparation, today: string): Promise<RunningCheck> {
  const tables = intake.database.read as unknown as Kysely<PublicationTables>;
  const [known, units] = await Promise.all([readKnownPublications(tables), readUnitFinder(tables)]);
  return new RunningCheck({
    context: { kind: kind.name, country: network.country, today, foundedOn: foundedOn(network), known },
    units,
    collector,
  });
}

async function prepareRecords(preparation: Preparation): Promise<PreparedImport> {
  const { intake, session, kind, file, network, lock, faults, now, progress } = preparation;
  if (kind.family !== 'record' || session === null) throw new TypeError(`${kind.name} are no records`);
  const { source, mode } = file.mapping;
  const today = now().toISOString().slice(0, 10);
  const [regions, check, staging] = await Promise.all([
    readRegions(intake.database.read),
    openCheck(preparation, today),
    Staging.open(session, kind, source),
  ]);
  const surroundings = { country: network.country, today, regions };
  const straight = preparation.isCommitted ? await openStraightRows(staging, file, check) : null;
  try {
    const rows = straight?.rows ?? null;
    const staged = await stageRecords({ staging, straight: rows, kind, file, surroundings, check, faults, progress });
    const plan = await staged.plan(mode === 'full' && faults.errorRows.size === 0);
    return {
      counts: { ...plan, read: staged.read, repeated: staged.repeated },
      present: plan.present,
      samples: staged.samples.rows,
      commit: async (entryOf, found) =>
        completing(straight?.transaction ?? (await session.begin()), async () => {
          const id = await nextImportId((sql) => session.rows(sql));
          await staged.apply(id, plan);
          await writeEntryInSession(session, entryOf(id));
          await writeCheck(sessionQueries(session), found);
          await forgetOldImages(session);
          await assertLockHeld(lock, (sql) => session.rows(sql));
          return id;
        }),
      abandon: async () => straight?.transaction.rollback(),
    };
  } catch (error) {
    await straight?.transaction.rollback().catch(() => undefined);
    throw error;
  }
}

async function preparePublications(preparation: Preparation): Promise<PreparedImport> {
  const { intake, kind, file, path, network, lock, faults, now, progress } = preparation;
  const { country, dataFolder } = network;
  if (kind.family === 'record') throw new TypeError(`${kind.name} are no publications`);
  const database = intake.database as unknown as Database<PublicationTables>;
  const regions = await readRegions(database.read);
  const at = now().toISOString();
  const surroundings = { tables: database.read, owner: country.toLowerCase(), country, recordedAt: at, today: at.slice(0, 10), regions };
  const check = await openCheck(preparation, surroundings.today);
  const staging = { surroundings, check, faults, progress };
  const staged = kind.family === 'alias' ? await stageAliases(kind, file, staging) : await stagePublications(kind, file, staging);
  const isFull = file.mapping.mode === 'full';
  let plan = await staged.plan(isFull && faults.errorRows.size === 0);
  // Rows that only the plan refuses: nobody knows either which they would have been.
  if (plan.counts.removed > 0 && plan.faults.some(({ severity }) => severity === 'ERROR')) plan = await staged.plan(false);
  for (const fault of plan.faults) faults.add(fault);
  return {
    counts: { ...plan.counts, read: staged.read, kept: 0, erased: 0 },
    present: plan.present,
    samples: staged.samples.rows,
    commit: (entryOf, found) =>
      writeHistory(database, now, async (writer) => {
        const id = await nextImportId((sql) => writer.entityManager.execute(sql));
        await applyPublications(writer, plan, id);
        await writeEntry(writer.entityManager, entryOf(id));
        await writeCheck(writer.entityManager.getKysely<never>(), found);
        await markDataFile(writer.entityManager, path, dataFolder);
        await forgetOldPublicationImages(writer.entityManager);
        await assertLockHeld(lock, (sql) => writer.entityManager.execute(sql));
        return id;
      }),
    abandon: () => Promise.resolve(),
  };
}
