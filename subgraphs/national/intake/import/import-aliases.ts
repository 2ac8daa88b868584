import type { Kysely } from 'kysely';
import type { TextVersions } from '../../../contract/values/localized-text.ts';
import { type PublishedTable, publishedTables } from '../../publications/published-tables.ts';
import { SearchEntryRow } from '../../publications/search-hit/row.ts';
import { list } from '../../publications/stored-values.ts';
import type { PublicationTables } from '../../publications/tables.ts';
import { stored } from '../files/publication-file.ts';
import { foldedNames } from '../folded-names.ts';
import type { AliasKind } from '../kinds/import-kind.ts';
import type { MappedPublication } from '../mapping/publication-mapper.ts';
import type { PublicationFault } from '../publication-fault.ts';
import type { RunningCheck } from '../quality/running-check.ts';
import { aliasFile, ASSUMED } from '../read-aliases.ts';
import type { RowFault } from '../row-fault.ts';
import { RowReader } from '../row-reader.ts';
import { searchEntry } from '../search-entry.ts';
import type { OpenedFile } from './opened-file.ts';
import type { PublicationPlan } from './plan-publications.ts';
import { readWhole, type WholePublication } from './publication-table.ts';
import { readMappedPublications } from './read-mapped-publications.ts';
import type { PublicationStaging, StagedPublications } from './staged-publications.ts';

/** The publications that have other names. */
const ALIASED = publishedTables.filter(({ table }) => table === 'organization' || table === 'unit' || table === 'program');

/** Names of one publication as they are published. */
interface Named {
  readonly published: PublishedTable;
  readonly aliases: readonly string[];
}

/** What the rows of a file come to. */
interface GivenNames {
  /** Names by the publication that is to have them. */
  readonly byId: ReadonlyMap<string, ReadonlySet<string>>;
  /** Rows that give a name once more. */
  readonly repeated: number;
  /** Rows that give none, and were told of. */
  readonly leftOut: number;
}

/**
 * Reads a file of other names: each row gives one to a publication that is there, and that publication is published anew with all it has.
 * Errors  SourceFault; ImportRefused FILE_TOO_LONG, TOO_MANY_FAULTS
 */
export async function stageAliases(kind: AliasKind, file: OpenedFile, staging: PublicationStaging): Promise<StagedPublications> {
  const { surroundings, check, faults, progress } = staging;
  const { mapper, samples, read, mapped } = await readMappedPublications(kind, file, staging);
  progress('checking', null);
  const there = await readNamed(surroundings.tables);
  const given = sortOut(mapped, there, surroundings.owner, check, (row, { field, ...fault }) =>
    faults.add({ row, column: mapper.labelOf(field), ...fault }),
  );
  return {
    read,
    samples,
    plan: (mayRemove) => planAliases(surroundings.tables, there, given, mayRemove),
  };
}

type Tell = (row: number, fault: Omit<RowFault, 'row' | 'column'> & { readonly field: string | null }) => void;

function sortOut(
  rows: readonly MappedPublication[],
  there: ReadonlyMap<string, Named>,
  owner: string,
  check: RunningCheck,
  tell: Tell,
): GivenNames {
  const types = ALIASED.map(({ idType }) => `${owner}:${idType}:`);
  const byId = new Map<string, Set<string>>();
  let repeated = 0;
  let leftOut = 0;
  for (const { row, cells } of rows) {
    const wrong: PublicationFault[] = [];
    const reader = new RowReader(aliasFile.name, row, cells, wrong);
    const subject = reader.id('subject') ?? reader.required('subject');
    const alias = reader.required('alias');
    const basis = reader.text('basis');
    for (const { column, value, rule } of wrong)
      tell(row, { field: column, value, rule: 'VALUE_REFUSED', hint: `${column} ${rule}`, severity: 'ERROR' });
    const broken = check.checkRow({ row, values: { subject, alias, basis } });
    for (const { field, rule, hint, severity } of broken) tell(row, { field, value: null, rule, hint, severity });
    if (wrong.length > 0 || broken.some(({ severity }) => severity === 'ERROR')) continue;
    if (basis === ASSUMED) {
      const hint = 'left out: an assumed name is published when its owner confirms it; give it another basis then';
      tell(row, { field: 'basis', value: basis, rule: 'NAME_ASSUMED', hint, severity: 'WARNING' });
      leftOut += 1;
    } else if (there.has(subject)) {
      const names = byId.get(subject) ?? new Set();
      if (names.has(alias)) repeated += 1;
      byId.set(subject, names.add(alias));
    } else if (types.some((type) => subject.startsWith(type))) {
      const hint = 'nothing with this id is published; bring it in first, or correct the id';
      tell(row, { field: 'subject', value: subject, rule: 'SUBJECT_UNKNOWN', hint, severity: 'ERROR' });
    } else {
      const hint = `left out: only these have other names: ${types.map((type) => `${type}…`).join(', ')}`;
      tell(row, { field: 'subject', value: subject, rule: 'NAME_NOT_PUBLISHED', hint, severity: 'WARNING' });
      leftOut += 1;
    }
  }
  return { byId, repeated, leftOut };
}

async function readNamed(tables: Kysely<PublicationTables>): Promise<Map<string, Named>> {
  const named = new Map<string, Named>();
  for (const published of ALIASED) {
    const rows = await tables
      .selectFrom(published.table as 'organization' | 'unit' | 'program')
      .select(['id', 'aliases'])
      .execute();
    for (const { id, aliases } of rows) named.set(id, { published, aliases: list(aliases) });
  }
  return named;
}

/** What follows for each publication. New names stand behind those it has, in an order that no file decides. */
async function planAliases(
  tables: Kysely<PublicationTables>,
  there: ReadonlyMap<string, Named>,
  { byId, repeated, leftOut }: GivenNames,
  mayRemove: boolean,
): Promise<PublicationPlan> {
  const counts = { new: 0, changed: 0, unchanged: leftOut, removed: 0, repeated };
  const next = new Map<string, readonly string[]>();
  for (const [id, { aliases }] of there) {
    const names = byId.get(id) ?? new Set<string>();
    const kept = aliases.filter((alias) => names.has(alias) || !mayRemove);
    const added = [...names].filter((alias) => !aliases.includes(alias)).sort();
    counts.new += added.length;
    counts.removed += aliases.length - kept.length;
    counts.unchanged += names.size - added.length;
    if (added.length > 0 || kept.length < aliases.length) next.set(id, [...kept, ...added]);
  }
  const changed: { from: WholePublication; to: WholePublication }[] = [];
  for (const published of ALIASED) {
    const ids = [...next.keys()].filter((id) => there.get(id)?.published === published);
    for (const [id, from] of await readWhole(tables, published, ids)) changed.push({ from, to: withAliases(from, next.get(id) ?? []) });
  }
  const present = [...there.values()].reduce((sum, { aliases }) => sum + aliases.length, 0);
  return { counts, present, added: [], changed, superseded: [], removed: [], faults: [] };
}

function withAliases({ id, published, values, attached }: WholePublication, aliases: readonly string[]): WholePublication {
  const { original } = JSON.parse(String(values['names'])) as TextVersions;
  const folded = 'foldedNames' in values ? { foldedNames: foldedNames(original, aliases) } : {};
  const named = { ...values, aliases: stored(aliases), ...folded };
  const entry = searchEntry(named);
  const entries = entry === null ? {} : { [SearchEntryRow.meta.tableName]: [entry] };
  return { id, published, values: named, attached: { ...attached, ...entries } };
}
