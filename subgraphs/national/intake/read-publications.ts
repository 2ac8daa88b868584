import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EntitySchema } from '@mikro-orm/core';
import { type CsvRow, readCsvFile } from '../../storage/read-csv-file.ts';
import { ClassificationRow } from '../publications/classification-row.ts';
import type { PublicationRows } from '../publications/publication-rows.ts';
import { SearchEntryRow } from '../publications/search-hit/row.ts';
import { StatementRow } from '../publications/statement/row.ts';
import { deriveObsStatus } from './derive-obs-status.ts';
import { publicationFiles } from './files/files.ts';
import type { FileContext, PublicationFile, ReadRow } from './files/publication-file.ts';
import { aliasFile, readAliases } from './read-aliases.ts';
import { parseRegionCode } from './parse-region-code.ts';
import { type PublicationFault, PublicationsRefused } from './publication-fault.ts';
import { searchEntry } from './search-entry.ts';
import { RowReader } from './row-reader.ts';

const HEADER_ROWS = 1;

/**
 * Reads and checks all data files of a network.
 * Shape   data folder, owner (lower-case country code), instant of the load -> rows by table
 * Errors  PublicationsRefused with every wrong cell; an Error that names a missing file or column
 */
export async function readPublications(dataFolder: URL, owner: string, recordedAt: string): Promise<PublicationRows> {
  const folder = fileURLToPath(dataFolder);
  const names = await readCsvFile(join(folder, aliasFile.name), aliasFile.columns);
  const cells = new Map<PublicationFile, CsvRow[]>();
  for (const file of publicationFiles) cells.set(file, await readCsvFile(join(folder, file.name), file.columns));

  const context = contextOf(owner, recordedAt, names, cells);
  const faults: PublicationFault[] = [];
  const read = publicationFiles.flatMap((file) =>
    (cells.get(file) ?? []).flatMap((row, index) =>
      file.read(new RowReader(basename(file.name), index + 1 + HEADER_ROWS, row, faults), context),
    ),
  );
  faults.push(...findRepeatedIds(cells));
  if (faults.length > 0) throw new PublicationsRefused(faults);
  return byTable(read);
}

function contextOf(
  owner: string,
  recordedAt: string,
  names: readonly CsvRow[],
  cells: ReadonlyMap<PublicationFile, CsvRow[]>,
): FileContext {
  const rowsOf = (name: string) => [...cells].find(([file]) => file.name === name)?.[1] ?? [];
  const aliases = readAliases(names);
  const regionByCode = new Map<string, string>();
  for (const { id, iso, codes } of rowsOf('regions.csv')) {
    for (const code of codes?.split('|') ?? []) regionByCode.set(parseRegionCode(code)?.value ?? '', id ?? '');
    if (iso) regionByCode.set(iso, id ?? '');
  }
  const knownFrom = new Map(rowsOf('sources.csv').map((source) => [source['id'], source['known_from']]));
  return {
    owner,
    recordedAt,
    aliasesOf: (id) => [...(aliases.get(id) ?? [])],
    regionId: (row, column) => {
      const code = row.text(column);
      if (code === null) return null;
      const id = regionByCode.get(code);
      if (id === undefined) row.refuse(column, 'must be a code of regions.csv');
      return id ?? null;
    },
    knownFrom: (sourceId) => knownFrom.get(sourceId) ?? null,
  };
}

function findRepeatedIds(cells: ReadonlyMap<PublicationFile, CsvRow[]>): PublicationFault[] {
  return [...cells].flatMap(([{ name }, rows]) => {
    const seen = new Set<string | null>();
    return rows.flatMap((row, index) => {
      const id = row['id'] ?? null;
      const isRepeated = seen.has(id);
      seen.add(id);
      return isRepeated ? [{ file: name, row: index + 1 + HEADER_ROWS, column: 'id', value: id, rule: 'stands twice in this file' }] : [];
    });
  });
}

function byTable(read: readonly ReadRow[]): PublicationRows {
  const tables = new Map<EntitySchema, Readonly<Record<string, unknown>>[]>();
  const add = (entity: EntitySchema, row: Readonly<Record<string, unknown>>): void => {
    const rows = tables.get(entity);
    if (rows) rows.push(row);
    else tables.set(entity, [row]);
  };
  const statements = read.filter(({ entity }) => entity === StatementRow).map(({ values }) => values);
  const obsStatus = deriveObsStatus(statements as unknown as Parameters<typeof deriveObsStatus>[0]);
  for (const { entity, values, classified = {} } of read) {
    add(entity, entity === StatementRow ? { ...values, obsStatus: obsStatus.get(String(values.id)) } : values);
    const entry = searchEntry(values);
    if (entry !== null) add(SearchEntryRow, entry);
    for (const [scheme, codes] of Object.entries(classified)) {
      for (const code of new Set(codes)) add(ClassificationRow, { scheme, code, publicationId: values.id });
    }
  }
  return tables;
}
