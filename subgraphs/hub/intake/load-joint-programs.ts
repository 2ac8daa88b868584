import { fileURLToPath } from 'node:url';
import type { EntitySchema } from '@mikro-orm/core';
import { parseEdtf } from '../../contract/periods/parse-edtf.ts';
import type { TextVersions } from '../../contract/values/localized-text.ts';
import type { Database } from '../../storage/open-database.ts';
import { type CsvRow, readCsvFile } from '../../storage/read-csv-file.ts';
import { HubSourceRow } from '../programs/hub-source-row.ts';
import { JointCommitmentRow } from '../programs/joint-commitment-row.ts';
import { JointProgramCodeRow, JointProgramRow } from '../programs/joint-program-row.ts';
import type { HubTables } from '../tables.ts';

const LANGUAGES = ['ru', 'kk', 'uz', 'en'] as const;

/** Fills an empty database with the joint programs of the hub's data files, wholly or not at all; a filled one stays as it is. */
export async function loadJointPrograms(database: Database<HubTables>, dataFolder: URL): Promise<void> {
  const present = await database.read.selectFrom('joint_program').select('id').limit(1).execute();
  if (present.length > 0) return;
  const read = (name: string, columns: readonly string[]) => readCsvFile(fileURLToPath(new URL(name, dataFolder)), columns);
  const [programs, commitments, sources] = await Promise.all([
    read('joint-programs.csv', [
      'id',
      'kind',
      'title',
      'parties',
      'directions',
      'status',
      'start',
      'end',
      'signed_at',
      'readings',
      'source',
    ]),
    read('commitments.csv', ['joint_program', 'seq', 'key', 'basis', 'text_en']),
    read('sources.csv', ['id', 'key', 'title', 'label_en', 'published_inferred', 'known_from']),
  ]);
  await database.write(async (entityManager) => {
    const insert = (entity: EntitySchema, rows: readonly object[]) => entityManager.insertMany(entity, [...rows] as never);
    await insert(HubSourceRow, sources.map(sourceRow));
    await insert(JointProgramRow, programs.map(programRow));
    await insert(JointProgramCodeRow, programs.flatMap(codeRows));
    await insert(JointCommitmentRow, commitments.map(commitmentRow));
  });
}

function programRow(row: CsvRow): object {
  const { start, end } = row;
  const edtf = start == null ? null : start === end ? start : `${start}/${end ?? ''}`;
  const days = edtf === null ? null : parseEdtf(edtf);
  if (edtf !== null && days === null) throw new Error(`joint-programs.csv, ${row['id']}: "${edtf}" is not an EDTF period`);
  return {
    id: row['id'],
    kind: row['kind'],
    titles: JSON.stringify({ ...versions(row, 'title'), original: row['title'], originalLanguage: row['title_language'] }),
    parties: JSON.stringify(cells(row, 'parties')),
    directions: JSON.stringify(cells(row, 'directions')),
    status: row['status'],
    periodEdtf: edtf,
    periodStart: days?.start ?? null,
    periodEnd: days?.end ?? null,
    periodBasis: row['date_basis'],
    signedAt: row['signed_at'],
    readings: JSON.stringify(cells(row, 'readings').map(readReading)),
    sourceId: row['source'],
  };
}

function codeRows(row: CsvRow): object[] {
  const rows = (scheme: string, column: string) => cells(row, column).map((code) => ({ scheme, code, jointProgramId: row['id'] }));
  return [...rows('PARTY', 'parties'), ...rows('DIRECTION', 'directions')];
}

function commitmentRow(row: CsvRow): object {
  const { joint_program: jointProgramId, key, seq, basis } = row;
  return { jointProgramId, key, seq: Number(seq), basis, texts: JSON.stringify(versions(row, 'text')) };
}

function sourceRow(row: CsvRow): object {
  const { id, key, title, publisher, url, language, published, published_inferred: publishedInferred, known_from: knownFrom } = row;
  const label = JSON.stringify(versions(row, 'label'));
  return {
    id,
    key,
    title,
    label,
    publisher,
    url,
    language,
    published,
    publishedInferred,
    knownFrom,
    knownFromBasis: row['known_from_basis'],
  };
}

function versions(row: CsvRow, prefix: string): TextVersions {
  return Object.fromEntries(LANGUAGES.map((language) => [language, row[`${prefix}_${language}`] ?? null]));
}

function cells(row: CsvRow, column: string): string[] {
  return row[column]?.split('|') ?? [];
}

function readReading(text: string): { aspect: string; value: string } {
  const [aspect = '', ...value] = text.split('=');
  return { aspect, value: value.join('=') };
}
