import type { MappedPublication } from '../mapping/publication-mapper.ts';
import type { PublicationKind } from '../kinds/import-kind.ts';
import { emptiedFields } from './emptied-fields.ts';
import type { MappedRow } from '../quality-rule.ts';
import { readStoredPublications } from '../quality/stored-publications.ts';
import type { OpenedFile } from './opened-file.ts';
import { planPublications } from './plan-publications.ts';
import { readMappedPublications } from './read-mapped-publications.ts';
import type { PublicationStaging, StagedPublications } from './staged-publications.ts';
import { type PublicationRow, readPublicationRows } from './read-publication-rows.ts';
import { publishedTables } from '../../publications/published-tables.ts';

/**
 * Reads a file of publications and tells all its faults.
 * Errors  SourceFault; ImportRefused FILE_TOO_LONG, TOO_MANY_FAULTS
 */
export async function stagePublications(kind: PublicationKind, file: OpenedFile, staging: PublicationStaging): Promise<StagedPublications> {
  const { surroundings, check, faults, progress } = staging;
  const { mapper, samples, read, mapped } = await readMappedPublications(kind, file, staging);
  progress('checking', null);
  const { rows, faults: found } = await readPublicationRows(kind.name, mapped, mapper, surroundings);
  for (const fault of found) faults.add(fault);
  const cellsOf = new Map(mapped.map(({ row, cells }) => [row, cells]));
  const checked = rows.map((row) => asFile(row, cellsOf.get(row.row) ?? {}));
  const ids = new Set<unknown>(rows.map(({ whole }) => whole.id));
  const staying = (await readStoredPublications(surroundings.tables as never, kind.name)).filter(({ values }) => !ids.has(values['id']));
  const beside = staying.map(({ values }, index) => ({ row: BEHIND_ALL_ROWS + index, values }));
  const broken = [...checked.flatMap((row) => check.checkRow(row)), ...check.compareRows([...checked, ...beside])];
  for (const { field, hint, rule, severity, row } of broken) {
    if (row < BEHIND_ALL_ROWS) faults.add({ row, column: mapper.labelOf(field), value: null, rule, hint, severity });
  }
  const published = rows[0]?.whole.published ?? publishedTables.find(({ type }) => PUBLISHED_TYPE[kind.name] === type);
  if (published === undefined) throw new TypeError(`${kind.name} has no published table`);
  return {
    read,
    samples,
    plan: async (mayRemove) => {
      const plan = await planPublications(surroundings.tables, published, rows, mapper, mayRemove);
      const emptied = emptiedFields(plan, file.mapping, kind.columns);
      return emptied === null ? plan : { ...plan, faults: [...plan.faults, emptied] };
    },
  };
}

/** Numbers of rows that are there and not in the file: no file has so many. */
const BEHIND_ALL_ROWS = 1_000_000_000;
const NUMBERS = new Set(['value', 'lower', 'upper', 'tonnes', 'seq', 'edition']);

/** A row as rules know it: the cells of its data file, numbers as such, regions by their ids. */
function asFile({ row, whole }: PublicationRow, cells: MappedPublication['cells']): MappedRow {
  const numbers = Object.entries(cells).map(([column, cell]) => [column, cell !== null && NUMBERS.has(column) ? Number(cell) : cell]);
  const regions = Object.entries({ region: whole.values['regionId'], origin_region: whole.values['originRegionId'] });
  const known = regions.filter((region): region is [string, string] => typeof region[1] === 'string');
  return { row, values: Object.fromEntries([...numbers, ...known]) as MappedRow['values'] };
}

/** The type that each data file publishes. */
const PUBLISHED_TYPE: Readonly<Record<string, string>> = {
  sources: 'Source',
  regions: 'Region',
  organizations: 'Organization',
  units: 'Unit',
  programs: 'Program',
  actions: 'Action',
  statements: 'Statement',
  aid: 'AidFlow',
  commitments: 'Commitment',
  practices: 'Practice',
};
