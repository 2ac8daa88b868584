import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { network } from '../../../conformance/networks/atlantis/network.ts';
import { whenFileEnds } from '../../../harness/cleanup.ts';
import { dropDatabases, type TestDatabase } from '../../../harness/databases.ts';
import { FROZEN_NOW } from '../../../harness/open-door.ts';
import { temporaryFolder } from '../../../harness/temporary-folder.ts';
import type { ImportReport } from '../../../../subgraphs/national/intake/import/import-report.ts';
import type { ImportRequest, IntakePlace } from '../../../../subgraphs/national/intake/import/import-request.ts';
import { readJournal, type StoredEntry } from '../../../../subgraphs/national/intake/import/journal.ts';
import { openIntake } from '../../../../subgraphs/national/intake/import/open-intake.ts';
import { runImport } from '../../../../subgraphs/national/intake/import/run-import.ts';
import { type Undoing, undoImport } from '../../../../subgraphs/national/intake/import/undo-import.ts';
import { readMapping } from '../../../../subgraphs/national/intake/mapping/read-mapping.ts';
import { databaseHash } from './database-hash.ts';

/** What a test says of one import; the rest is as the command has it. */
export interface Ask extends Partial<Omit<ImportRequest, 'mapping' | 'file' | 'kind'>> {
  /** Text of a mapping file. */
  readonly mapping?: string;
  /** Name of the file; absent: that of the kind. */
  readonly fileName?: string;
  /** Told how far the import is. */
  readonly progress?: IntakePlace['progress'];
}

/** The made-up network with a database of its own, into which a test imports. */
export interface OpenImport {
  readonly place: IntakePlace;
  readonly folder: string;
  /** Writes lines, text or bytes as a file and brings them in; it is written unless `isCommitted: false`. */
  bring(kind: string, lines: readonly string[] | string | Buffer, ask?: Ask): Promise<ImportReport>;
  undo(id: number): Promise<Undoing>;
  /** What the database holds, whatever its ids are. */
  hash(): Promise<string>;
  journal(): Promise<StoredEntry[]>;
  close(): Promise<void>;
  /** Rows of a query. */
  rows(sql: string): Promise<Record<string, unknown>[]>;
}

export async function openImport(database: TestDatabase): Promise<OpenImport> {
  const databaseUrl = await database.newUrl();
  if (databaseUrl !== undefined) whenFileEnds(dropDatabases);
  const folder = await temporaryFolder();
  const place: IntakePlace = { network, databaseUrl, dataFolder: folder, now: () => FROZEN_NOW };
  // One connection for all that a test looks at; every import opens its own, as the command does.
  let opened: ReturnType<typeof openIntake> | null = null;
  const intake = (): ReturnType<typeof openIntake> => (opened ??= openIntake(place));
  const rows = async (sql: string) =>
    (await intake()).database.write((entityManager) => entityManager.execute<Record<string, unknown>[]>(sql));
  return {
    place,
    folder,
    rows,
    async bring(kind, lines, { mapping, fileName = `${kind}.csv`, progress, ...more } = {}) {
      const file = join(folder, fileName);
      await writeFile(file, typeof lines === 'string' || Buffer.isBuffer(lines) ? lines : `${lines.join('\n')}\n`);
      return runImport(progress === undefined ? place : { ...place, progress }, {
        file,
        kind,
        mapping: mapping === undefined ? null : readMapping(`${kind}.yaml`, mapping),
        mappingText: mapping ?? '',
        options: {},
        isCommitted: true,
        mayDrop: false,
        allowedFaults: { count: 0, unit: 'rows' },
        actor: 'steward@office',
        ...more,
      });
    },
    close: async () => (await opened)?.close(),
    undo: (id) => undoImport(place, id, 'steward@office', true),
    hash: () => databaseHash(rows),
    journal: async () => readJournal((await intake()).database.read),
  };
}
