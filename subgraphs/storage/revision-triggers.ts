/**
 * SQL that keeps the mark of a database's public data: one row whose random text is made anew with each change of the given tables, whoever makes it.
 * Random and not counted: after an old backup was restored by any tool, a counter would give the numbers of lost changes to others.
 * Shape   tables, dialect -> statements for a migration
 */
export function revisionTriggers(tables: readonly string[], isPostgresql: boolean): string[] {
  const mark = isPostgresql ? `replace(gen_random_uuid()::text, '-', '')` : 'lower(hex(randomblob(16)))';
  const renew = `update data_revision set mark = ${mark}`;
  return [
    'create table data_revision (only_row integer primary key check (only_row = 1), mark text not null)',
    `insert into data_revision (only_row, mark) values (1, ${mark})`,
    ...(isPostgresql ? postgresqlTriggers(tables, renew) : sqliteTriggers(tables, renew)),
  ];
}

function sqliteTriggers(tables: readonly string[], renew: string): string[] {
  return tables.flatMap((table) =>
    ['insert', 'update', 'delete'].map(
      (event) => `create trigger ${table}_${event}_renews_revision after ${event} on ${table} begin ${renew}; end`,
    ),
  );
}

/** Once for a statement, however many rows it has. */
function postgresqlTriggers(tables: readonly string[], renew: string): string[] {
  return [
    `create function renew_data_revision() returns trigger language plpgsql as $$ begin ${renew}; return null; end $$`,
    ...tables.map(
      (table) => `create trigger ${table}_renews_revision after insert or update or delete or truncate on ${table}
      for each statement execute function renew_data_revision()`,
    ),
  ];
}
