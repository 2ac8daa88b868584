import DataLoader from 'dataloader';
import type { Kysely } from 'kysely';
import type { SubjectKind } from '../../contract/enums/subject-kind.ts';
import { typeOfId } from '../../contract/identifiers/published-id.ts';
import { EntityRef } from '../../contract/values/entity-ref.ts';
import type { LocalizedText } from '../../contract/values/localized-text.ts';
import { RegionRef } from '../../contract/values/region-ref.ts';
import type { Statement } from '../../contract/values/statement.ts';
import type { Selection } from '../../serving/selection.ts';
import type { RequestContext } from '../access/request-context.ts';
import { columnsFor, type Publication, type StoredRow } from './publication.ts';
import { statementPublication } from './statement/publication.ts';
import { localizedText } from './stored-values.ts';

/** The kind of a referred row and the table that holds its names, by the type in its id. */
const REFERRED: Readonly<Record<string, { kind: SubjectKind; table: string | null }>> = {
  organization: { kind: 'ORGANIZATION', table: 'organization' },
  unit: { kind: 'UNIT', table: 'unit' },
  program: { kind: 'PROGRAM', table: 'program' },
  action: { kind: 'ACTION', table: 'action' },
  region: { kind: 'REGION', table: 'region' },
  statement: { kind: 'STATEMENT', table: null },
  'joint-program': { kind: 'JOINT_PROGRAM', table: null },
};

type AnyTable = Kysely<Record<string, Record<string, string | number | null>>>;

/** Follows references between publications: all rows that one request asks of one table come in one query. */
export class Loaders {
  readonly #database: AnyTable;
  readonly #context: () => RequestContext;
  readonly #rows = new Map<Selection, DataLoader<string, object | null>>();
  readonly #statements = new Map<Selection, DataLoader<string, Statement[]>>();
  readonly #names = new Map<string, DataLoader<string, LocalizedText | null>>();
  readonly #regions: DataLoader<string, StoredRow | null>;

  constructor(database: AnyTable, context: () => RequestContext) {
    this.#database = database;
    this.#context = context;
    this.#regions = new DataLoader((ids) => this.#byId('region', ['id', 'iso', 'national', 'national_system', 'names'], ids));
  }

  /** The publication of an id with the selected fields, or null when there is none. */
  async publication<Published extends object>(
    publication: Publication<Published>,
    id: string | number | null | undefined,
    selection: Selection,
  ): Promise<Published | null> {
    if (typeof id !== 'string') return null;
    const loader = remembered(this.#rows, selection, () => {
      const columns = columnsFor(publication, selection);
      return new DataLoader<string, object | null>(async (ids) => {
        const rows = await this.#byId(publication.table, columns, ids);
        return rows.map((row) => row && publication.publish(row, selection, this.#context()));
      });
    });
    return (await loader.load(id)) as Published | null;
  }

  /** The current statements about a subject, by id. */
  statementsAbout(subjectId: string, selection: Selection): Promise<Statement[]> {
    const loader = remembered(this.#statements, selection, () => {
      const columns = [...new Set([...columnsFor(statementPublication, selection), 'subject_id'])];
      return new DataLoader<string, Statement[]>(async (subjects) => {
        const rows = await this.#database
          .selectFrom('statement')
          .select(columns)
          .where('subject_id', 'in', [...subjects])
          .where('superseded_by', 'is', null)
          .orderBy('id')
          .execute();
        const bySubject = Map.groupBy(rows as StoredRow[], (row) => row['subject_id']);
        return subjects.map((subject) =>
          (bySubject.get(subject) ?? []).map((row) => statementPublication.publish(row, selection, this.#context())),
        );
      });
    });
    return loader.load(subjectId);
  }

  /** A reference to a row by its id; its name is looked up only when the query asks for it. */
  async reference(id: string | number | null | undefined, selection: Selection): Promise<EntityRef | null> {
    if (typeof id !== 'string') return null;
    const { kind = 'OTHER', table = null } = REFERRED[typeOfId(id)] ?? {};
    const names = table !== null && selection.has('name') ? await this.#namesIn(table).load(id) : null;
    return Object.assign(new EntityRef(), { kind, id, names });
  }

  /** The subject of a statement: a row, or a country or region by its code. */
  async subject(kind: SubjectKind, id: string, selection: Selection): Promise<EntityRef | null> {
    if (kind !== 'COUNTRY' && kind !== 'REGION') return this.reference(id, selection);
    const { network } = this.#context();
    if (kind === 'COUNTRY') return Object.assign(new EntityRef(), { kind, id, names: id === network.country ? network.names : null });
    const names = selection.has('name') ? await this.#namesIn('region').load(id) : null;
    return Object.assign(new EntityRef(), { kind, id, names });
  }

  /** A region as rows refer to it. */
  async region(id: string | number | null | undefined): Promise<RegionRef | null> {
    const row = typeof id === 'string' ? await this.#regions.load(id) : null;
    if (row === null) return null;
    const { iso, national, national_system: nationalSystem } = row;
    return Object.assign(new RegionRef(), { iso, national, nationalSystem, names: localizedText(row['names']) });
  }

  #namesIn(table: string): DataLoader<string, LocalizedText | null> {
    return remembered(this.#names, table, () => {
      const key = table === 'region' ? 'iso' : 'id';
      return new DataLoader<string, LocalizedText | null>(async (ids) => {
        const rows = await this.#byId(table, [key, 'names'], ids, key);
        return rows.map((row) => localizedText(row?.['names']));
      });
    });
  }

  async #byId(table: string, columns: readonly string[], ids: readonly string[], key = 'id'): Promise<(StoredRow | null)[]> {
    const rows = await this.#database
      .selectFrom(table)
      .select([...columns])
      .where(key, 'in', [...ids])
      .execute();
    const byKey = new Map((rows as StoredRow[]).map((row) => [row[key], row]));
    return ids.map((id) => byKey.get(id) ?? null);
  }
}

function remembered<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const found = map.get(key) ?? make();
  map.set(key, found);
  return found;
}
