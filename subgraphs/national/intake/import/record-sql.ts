import type { BulkColumn } from '../../../storage/bulk/bulk-session.ts';
import type { RecordField, RecordKind } from '../kinds/import-kind.ts';

/** The temporary table in which the rows of a file wait. */
export const STAGING = 'import_staging';

/** Column of the staging table that a field waits in: keys of units wait as they are, until their ids are known. */
export function stagingColumn({ name }: RecordField): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

const SQL_TYPES: Partial<Readonly<Record<RecordField['type'], string>>> = {
  minutes: 'integer',
  count: 'integer',
  flag: 'integer',
  amount: 'double precision',
};

/** Whether a field holds numbers, also in SQL. */
export function isNumberField({ type }: RecordField): boolean {
  return SQL_TYPES[type] !== undefined;
}

/** SQL that both databases understand about the rows of one kind and source. All of it is made of the kind's own names. */
export interface RecordSql {
  /** Columns of the staging table in the order in which values are written. */
  readonly stagingColumns: readonly BulkColumn[];
  readonly createStaging: string;
  /** `from` and joins: `staged` with its units (`unit_<column>`) and the row that has its key, `present`. */
  readonly fromStaged: string;
  /** The same, without looking for present rows: none is there. */
  readonly fromStagedNew: string;
  /** True for a staged row that is there already and says something else. */
  readonly isChanged: string;
  /** Columns of the table that an import fills, beside its key and number, and what fills each. */
  readonly filled: readonly { readonly column: string; readonly value: string }[];
  /** True for a staged row whose person had themselves erased. */
  readonly isErased: string;
  /** Rows that are there and not in the file, `present`; what others refer to has `referrer` not null. */
  readonly fromMissing: string;
}

/** Tables that refer to a unit of a table, and by which column. */
const REFERRERS: Readonly<Record<string, readonly string[]>> = {
  record_person: ['record_consent', 'record_membership', 'record_participation', 'record_training'],
};

/** `source` is a name of letters, digits and hyphens: see mapping.schema.json. */
export function recordSqlOf(kind: RecordKind, source: string, isPostgresql: boolean): RecordSql {
  const text = isPostgresql ? 'text collate "C"' : 'text';
  const { fields, table } = kind;
  const units = fields.flatMap((field) => (field.refersTo === undefined ? [] : [{ field, ...field.refersTo }]));
  const joins = units.map(
    ({ field, table: unit, column }) =>
      `left join ${unit} as unit_${column} on unit_${column}.source = '${source}' and unit_${column}.source_key = staged.${stagingColumn(field)}`,
  );
  const filled = fields
    .filter(({ name }) => name !== 'sourceKey')
    .map((field) => {
      const column = field.refersTo?.column ?? field.column;
      return { column, value: field.refersTo === undefined ? `staged.${stagingColumn(field)}` : `unit_${column}.id` };
    });
  const fromStagedNew = [`from ${STAGING} as staged`, ...joins].join(' ');
  const present = `left join ${table} as present on present.source = '${source}' and present.source_key = staged.source_key`;
  const referrers = (REFERRERS[table] ?? []).map((referrer) => `select person_id as id from ${referrer}`).join(' union ');
  return {
    stagingColumns: [
      { name: 'row_no', isNumber: true },
      ...fields.map((field) => ({ name: stagingColumn(field), isNumber: isNumberField(field) })),
    ],
    createStaging: `create temporary table ${STAGING} (row_no integer not null, ${fields
      .map((field) => `${stagingColumn(field)} ${SQL_TYPES[field.type] ?? text}`)
      .join(', ')})`,
    fromStaged: `${fromStagedNew} ${present}`,
    fromStagedNew,
    isChanged: `present.source_key is not null and (${filled
      .map(({ column, value }) =>
        // An import may restrict a person and never takes a restriction back.
        column === 'blocked' ? `(present.blocked = 0 and ${value} = 1)` : `present.${column} is distinct from ${value}`,
      )
      .join(' or ')})`,
    filled,
    isErased: [
      ...(kind.isUnit ? ['present.erased_at is not null'] : []),
      ...units.map(({ column }) => `unit_${column}.erased_at is not null`),
    ].join(' or '),
    fromMissing: [
      `from ${table} as present`,
      `left join ${STAGING} as staged on staged.source_key = present.source_key`,
      ...(referrers === '' ? [] : [`left join (${referrers}) as referrer on referrer.id = present.id`]),
      `where present.source = '${source}' and staged.source_key is null`,
      ...(kind.isUnit ? ['and present.erased_at is null'] : []),
    ].join(' '),
  };
}

/** Whether rows of others may refer to the rows of a table. */
export function hasReferrers(table: string): boolean {
  return table in REFERRERS;
}
