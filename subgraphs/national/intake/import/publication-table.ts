import type { EntitySchema } from '@mikro-orm/core';
import type { Kysely } from 'kysely';
import { attachedTables, type PublishedTable, publishedTables } from '../../publications/published-tables.ts';
import type { PublicationTables } from '../../publications/tables.ts';

export type Properties = Readonly<Record<string, unknown>>;

/** One publication with all that belongs to it, by properties. */
export interface WholePublication {
  readonly id: string;
  readonly published: PublishedTable;
  readonly values: Properties & { readonly id: string };
  /** Rows of attached tables, by the table's name. */
  readonly attached: Readonly<Record<string, readonly Properties[]>>;
}

type AnyTables = Kysely<Record<string, Record<string, unknown>>>;

const IDS_AT_ONCE = 500;

/** The attached table of a name. */
export function attachedEntity(table: string): EntitySchema {
  const found = attachedTables.find(({ entity }) => entity.meta.tableName === table);
  if (found === undefined) throw new TypeError(`${table} is no attached table`);
  return found.entity;
}

/** The published table of a data file's rows. */
export function publishedTableOf(entity: EntitySchema): PublishedTable {
  const found = publishedTables.find((published) => published.entity === entity);
  if (found === undefined) throw new TypeError(`${entity.meta.className} is not published`);
  return found;
}

/** Publications as they stand, with all that belongs to them; ids that are not there are left out. */
export async function readWhole(
  tables: Kysely<PublicationTables>,
  published: PublishedTable,
  ids: readonly string[],
): Promise<Map<string, WholePublication>> {
  const any = tables as unknown as AnyTables;
  const found = new Map<string, WholePublication>();
  for (let start = 0; start < ids.length; start += IDS_AT_ONCE) {
    const some = ids.slice(start, start + IDS_AT_ONCE);
    const rows = await any.selectFrom(published.table).selectAll().where('id', 'in', some).execute();
    const attached = new Map<string, Map<string, Properties[]>>();
    for (const { entity, owner } of attachedTables) {
      const column = columnOf(owner);
      const belonging = await any.selectFrom(entity.meta.tableName).selectAll().where(column, 'in', some).execute();
      attached.set(
        entity.meta.tableName,
        Map.groupBy(belonging.map(propertiesOf), (row) => String(row[owner])),
      );
    }
    for (const row of rows) {
      const values = propertiesOf(row) as WholePublication['values'];
      const { id } = values;
      const own = [...attached].flatMap(([table, byOwner]) => (byOwner.has(id) ? [[table, byOwner.get(id) ?? []] as const] : []));
      found.set(id, { id, published, values, attached: Object.fromEntries(own) });
    }
  }
  return found;
}

/** Ids of all rows of a table; of statements those that are current. */
export async function readIds(tables: Kysely<PublicationTables>, published: PublishedTable): Promise<string[]> {
  let rows = (tables as unknown as AnyTables).selectFrom(published.table).select('id');
  if (published.table === 'statement') rows = rows.where('superseded_by', 'is', null);
  return (await rows.execute()).map(({ id }) => String(id));
}

/** Derived at the load from other rows and the clock: no word of the file. */
const DERIVED = new Set(['recordedAt', 'obsStatus', 'knownFrom', 'supersedes', 'supersededBy', 'supersededFrom']);

/** Whether two say the same. */
export function saysTheSame(a: WholePublication, b: WholePublication): boolean {
  const properties = Object.keys(a.values).filter((name) => !DERIVED.has(name));
  if (properties.some((name) => (a.values[name] ?? null) !== (b.values[name] ?? null))) return false;
  const tables = new Set([...Object.keys(a.attached), ...Object.keys(b.attached)]);
  return [...tables].every((table) => sorted(a.attached[table]) === sorted(b.attached[table]));
}

function sorted(rows: readonly Properties[] = []): string {
  const texts = rows.map((row) => JSON.stringify(Object.entries(row).toSorted(([one], [other]) => (one < other ? -1 : 1))));
  return texts.toSorted((one, other) => (one < other ? -1 : 1)).join('\n');
}

function propertiesOf(row: Readonly<Record<string, unknown>>): Properties {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()), value]),
  );
}

const columnOf = (property: string): string => property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
