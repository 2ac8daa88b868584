import type { Kysely } from 'kysely';
import type { RegionFinder } from '../cells/region-finder.ts';
import { CellFault } from '../cells/cell-faults.ts';
import { deriveObsStatus } from '../derive-obs-status.ts';
import { publicationFiles } from '../files/files.ts';
import type { FileContext } from '../files/publication-file.ts';
import type { MappedPublication, PublicationMapper } from '../mapping/publication-mapper.ts';
import type { PublicationFault } from '../publication-fault.ts';
import type { RowFault } from '../row-fault.ts';
import { RowReader } from '../row-reader.ts';
import { searchEntry } from '../search-entry.ts';
import { ClassificationRow } from '../../publications/classification-row.ts';
import { SearchEntryRow } from '../../publications/search-hit/row.ts';
import { list } from '../../publications/stored-values.ts';
import type { PublicationTables } from '../../publications/tables.ts';
import { type Properties, publishedTableOf, type WholePublication } from './publication-table.ts';

/** A row of a file as the publication it becomes. */
export interface PublicationRow {
  readonly row: number;
  readonly whole: WholePublication;
  /** Id of the statement that it corrects. */
  readonly supersedes: string | null;
}

/** What rows of publications need to know of those that are there. */
export interface PublicationSurroundings {
  readonly tables: Kysely<PublicationTables>;
  /** Lower-case country code. */
  readonly owner: string;
  readonly recordedAt: string;
  readonly regions: RegionFinder;
}

/** Reads mapped rows without a fault as their data file's reader does, and tells the faults of each. */
export async function readPublicationRows(
  kind: string,
  mapped: readonly MappedPublication[],
  mapper: PublicationMapper,
  surroundings: PublicationSurroundings,
): Promise<{ rows: PublicationRow[]; faults: RowFault[] }> {
  const file = publicationFiles.find(({ name }) => name === `${kind}.csv`);
  if (file === undefined) throw new TypeError(`${kind} is no data file`);
  const context = await contextOf(surroundings);
  const faults: RowFault[] = [];
  const rows = mapped.flatMap(({ row, cells }) => {
    const found: PublicationFault[] = [];
    const read = file.read(new RowReader(file.name, row, cells, found), context);
    faults.push(
      ...found.map(({ column, value, rule }) => ({
        row,
        column: mapper.labelOf(column),
        value,
        rule: 'VALUE_REFUSED',
        hint: `${column} ${rule}`,
        severity: 'ERROR' as const,
      })),
    );
    const [main, ...others] = read;
    if (found.length > 0 || main?.values.id === undefined) return [];
    const attached: Record<string, Properties[]> = {};
    for (const { entity, values } of others) (attached[entity.meta.tableName] ??= []).push(values);
    for (const [scheme, codes] of Object.entries(main.classified ?? {})) {
      const rowsOf = [...new Set(codes)].map((code) => ({ scheme, code, publicationId: main.values.id }));
      if (rowsOf.length > 0) (attached[ClassificationRow.meta.tableName] ??= []).push(...rowsOf);
    }
    const entry = searchEntry(main.values);
    if (entry !== null) attached[SearchEntryRow.meta.tableName] = [entry];
    const values = main.values as WholePublication['values'];
    return [
      {
        row,
        whole: { id: values.id, published: publishedTableOf(main.entity), values, attached },
        supersedes: cells['supersedes'] ?? null,
      },
    ];
  });
  return { rows: kind === 'statements' ? await withStatus(rows, surroundings.tables) : rows, faults };
}

async function contextOf({ tables, owner, recordedAt, regions }: PublicationSurroundings): Promise<FileContext> {
  const aliases = new Map<string, string[]>();
  for (const table of ['organization', 'unit', 'program'] as const) {
    for (const row of await tables.selectFrom(table).select(['id', 'aliases']).execute()) aliases.set(row.id, list(row.aliases));
  }
  const sources = await tables.selectFrom('source').select(['id', 'known_from']).execute();
  const knownFrom = new Map(sources.map((source) => [source.id, source.known_from]));
  return {
    owner,
    recordedAt,
    aliasesOf: (id) => aliases.get(id) ?? [],
    regionId: (row, column) => {
      const text = row.text(column);
      if (text === null) return null;
      const region = regions.find(text, null);
      if (!(region instanceof CellFault)) return region;
      row.refuse(column, region.hint);
      return null;
    },
    knownFrom: (sourceId) => knownFrom.get(sourceId) ?? null,
  };
}

type StatusFacts = Parameters<typeof deriveObsStatus>[0][number];

/** The status of a statement follows from those beside it: what is there already counts, what is there stays as it is. */
async function withStatus(rows: readonly PublicationRow[], tables: Kysely<PublicationTables>): Promise<PublicationRow[]> {
  const ids = new Set(rows.map(({ whole }) => whole.id));
  const there = await tables
    .selectFrom('statement')
    .select(['id', 'subject_id as subjectId', 'indicator', 'definition', 'value', 'qualifier', 'method'])
    .select(['period_kind as periodKind', 'period_start as periodStart', 'missing_reason as missingReason'])
    .where('superseded_by', 'is', null)
    .execute();
  const others = (there as unknown as StatusFacts[]).filter(({ id }) => !ids.has(id));
  const status = deriveObsStatus([...others, ...rows.map(({ whole }) => whole.values as unknown as StatusFacts)]);
  return rows.map((row) => {
    const values = { ...row.whole.values, obsStatus: status.get(row.whole.id) };
    return { ...row, whole: { ...row.whole, values } };
  });
}
