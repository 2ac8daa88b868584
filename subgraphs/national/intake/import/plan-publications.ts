import type { Kysely } from 'kysely';
import type { PublicationMapper } from '../mapping/publication-mapper.ts';
import type { RowFault } from '../row-fault.ts';
import type { PublishedTable } from '../../publications/published-tables.ts';
import type { PublicationTables } from '../../publications/tables.ts';
import { readIds, readWhole, saysTheSame, type WholePublication } from './publication-table.ts';
import type { ImportCounts } from './import-report.ts';
import type { PublicationRow } from './read-publication-rows.ts';

/** A statement that is there, and the row that corrects it. */
interface Correction {
  readonly from: WholePublication;
  readonly by: PublicationRow;
}

/** What an import of publications would do. */
export interface PublicationPlan {
  /** Rows of the file by what becomes of them, and those that are missing in it. */
  readonly counts: Pick<ImportCounts, 'new' | 'changed' | 'unchanged' | 'removed' | 'repeated'>;
  readonly added: readonly PublicationRow[];
  readonly changed: readonly { readonly from: WholePublication; readonly to: WholePublication }[];
  readonly superseded: readonly Correction[];
  readonly removed: readonly WholePublication[];
  /** Rows of the kind that are there, which those that go are measured against. */
  readonly present: number;
  /** Rows that cannot be published as they stand. */
  readonly faults: readonly RowFault[];
}

/** Compares the rows of a file with what is published. `mayRemove`: what is missing in the file is withdrawn. */
export async function planPublications(
  tables: Kysely<PublicationTables>,
  published: PublishedTable,
  rows: readonly PublicationRow[],
  mapper: PublicationMapper,
  mayRemove: boolean,
): Promise<PublicationPlan> {
  const faults: RowFault[] = [];
  const refuse = (row: number, field: string, rule: string, hint: string): void => {
    faults.push({ row, column: mapper.labelOf(field), value: null, rule, hint, severity: 'ERROR' });
  };
  const { single, repeated } = singleRows(rows, (row) =>
    refuse(row, 'id', 'KEY_REPEATED', 'several rows have this id and differ; keep one'),
  );
  const ids = single.map(({ whole }) => whole.id);
  const corrected = single.flatMap(({ supersedes }) => (supersedes === null ? [] : [supersedes]));
  const there = await readWhole(tables, published, [...new Set([...ids, ...corrected])]);
  const withdrawn = await readWithdrawn(tables, ids);
  const added: PublicationRow[] = [];
  const changed: { from: WholePublication; to: WholePublication }[] = [];
  const corrections: Correction[] = [];
  let unchanged = 0;
  for (const row of single) {
    const from = there.get(row.whole.id);
    const old = row.supersedes === null ? undefined : there.get(row.supersedes);
    if (from !== undefined && saysTheSame(row.whole, from)) unchanged += 1;
    else if (from !== undefined && published.table === 'statement') {
      refuse(
        row.row,
        'id',
        'STATEMENT_CHANGED',
        'a published statement is never changed: give the correction an id of its own and name this one in a column supersedes',
      );
    } else if (from !== undefined) changed.push({ from, to: row.whole });
    else if (withdrawn.has(row.whole.id))
      refuse(row.row, 'id', 'ID_WITHDRAWN', 'this id was withdrawn, and an id is never used again; take another');
    else if (row.supersedes !== null && (old === undefined || old.values['supersededBy'] !== null)) {
      refuse(row.row, 'supersedes', 'SUPERSEDES_UNKNOWN', 'no current statement has this id; name the one that is shown today');
    } else if (old !== undefined) corrections.push({ from: old, by: row });
    else added.push(row);
  }
  const superseded = singleCorrections(corrections, (row) =>
    refuse(row, 'supersedes', 'SUPERSEDES_REPEATED', 'several rows correct this statement; keep one'),
  );
  const present = await readIds(tables, published);
  const named = new Set([...rows.map(({ whole }) => whole.id), ...corrections.map(({ from }) => from.id)]);
  const missing = mayRemove ? present.filter((id) => !named.has(id)) : [];
  const removed = [...(await readWhole(tables, published, missing)).values()];
  const counts = { new: added.length + superseded.length, changed: changed.length, unchanged, removed: removed.length, repeated };
  return { counts, added, changed, superseded, removed, present: present.length, faults };
}

/** Rows of one id that say the same are one; those that differ are all at fault. */
function singleRows(rows: readonly PublicationRow[], refuse: (row: number) => void): { single: PublicationRow[]; repeated: number } {
  const single: PublicationRow[] = [];
  let repeated = 0;
  for (const [first, ...others] of Map.groupBy(rows, ({ whole }) => whole.id).values()) {
    if (first === undefined) continue;
    if (others.every(({ whole, supersedes }) => saysTheSame(whole, first.whole) && supersedes === first.supersedes)) {
      single.push(first);
      repeated += others.length;
    } else for (const { row } of [first, ...others]) refuse(row);
  }
  return { single, repeated };
}

/** A statement is superseded once: several rows that correct it are all at fault. */
function singleCorrections(corrections: readonly Correction[], refuse: (row: number) => void): Correction[] {
  const single: Correction[] = [];
  for (const some of Map.groupBy(corrections, ({ from }) => from.id).values()) {
    if (some.length === 1) single.push(...some);
    else for (const { by } of some) refuse(by.row);
  }
  return single;
}

async function readWithdrawn(tables: Kysely<PublicationTables>, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const AT_ONCE = 500;
  const found = new Set<string>();
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const rows = await tables
      .selectFrom('change')
      .select('entity')
      .where('entity', 'in', ids.slice(start, start + AT_ONCE))
      .where('cause', '=', 'WITHDRAWN')
      .where('undone_import', 'is', null)
      .execute();
    for (const { entity } of rows) found.add(entity);
  }
  return found;
}
