import { Migration } from '@mikro-orm/migrations';

/** One refusal of the database: what is refused, on which table, when, and in which words. */
interface Guard {
  readonly name: string;
  readonly event: string;
  readonly table: string;
  /** SQL over `old` and `new` that is true for what is refused. */
  readonly when: string;
  readonly message: string;
}

/** Every type of the feed and its table; the order is that of the first load: what is referred to comes first. */
const PUBLISHED = [
  ['Source', 'source'],
  ['Region', 'region'],
  ['Organization', 'organization'],
  ['Unit', 'unit'],
  ['Program', 'program'],
  ['Action', 'action'],
  ['Statement', 'statement'],
  ['AidFlow', 'aid_flow'],
  ['Commitment', 'commitment'],
  ['Practice', 'practice'],
] as const;

/** What a statement says; the two columns that tell of its supersession are not among them. */
const SAID = `id, subject_kind, subject_id, indicator, definition, value, lower, lower_open, upper, upper_open, qualifier, unit, region_id, levels,
  population, mode, min_age, reference_period, method, obs_status, missing_reason, source_id, asserted_by, raw_text, readings, note, part_of,
  "overlaps", known_from, recorded_at, supersedes, period_edtf, period_start, period_end, period_duration, period_kind, period_basis, period_raw,
  period_ascending, period_descending`;

/** Whether the last word of the feed on a row is another than this one. */
const lastWordIsNot = (cause: string, row: 'old' | 'new'): string =>
  `coalesce((select change.cause from change where change.entity = ${row}.id order by change.seq desc limit 1), '') <> '${cause}'`;

/**
 * What the database itself refuses, whoever asks. The rule: the feed speaks first. A statement comes, is superseded or goes, and a row of any
 * type goes, only when the last word of the feed on its id is just that; the feed's own rows stay as they are, and their numbers and
 * instants only grow. A rule on the transaction would be no stricter, and SQLite does not number its transactions. Supersession is
 * written once, and says what a statement that stands there says itself.
 */
const GUARDS: readonly Guard[] = [
  {
    name: 'change_comes_next',
    event: 'insert',
    table: 'change',
    when: `new.seq <> coalesce((select max(change.seq) from change), 0) + 1
      or new.at < coalesce((select change.at from change order by change.seq desc limit 1), '')`,
    message: 'the feed takes the next number only, and no instant before its last',
  },
  { name: 'change_is_kept', event: 'update', table: 'change', when: '1 = 1', message: 'the feed is append-only' },
  { name: 'change_stays', event: 'delete', table: 'change', when: '1 = 1', message: 'the feed is append-only' },
  {
    name: 'statement_is_told',
    event: 'insert',
    table: 'statement',
    when: `${lastWordIsNot('PUBLISHED', 'new')} or new.superseded_by is not null
      or exists (select 1 from statement as present where present.id = new.id)`,
    message: 'a statement comes in after its UPSERT, once and not superseded',
  },
  {
    name: 'statement_is_kept',
    event: `update of ${SAID}`,
    table: 'statement',
    when: '1 = 1',
    message: 'a statement is append-only: publish one that supersedes it',
  },
  {
    name: 'statement_is_superseded_once',
    event: 'update of superseded_by, superseded_from',
    table: 'statement',
    when: `${lastWordIsNot('SUPERSEDED', 'old')} or old.superseded_by is not null or not exists (select 1 from statement as superseder
      where superseder.id = new.superseded_by and superseder.supersedes = old.id and superseder.known_from = new.superseded_from)`,
    message: 'a statement is superseded once, after its DELETE, by one that says so',
  },
  ...PUBLISHED.map(([, table]) => ({
    name: `${table}_goes_told`,
    event: 'delete',
    table,
    when: lastWordIsNot('WITHDRAWN', 'old'),
    message: 'a row goes only after its DELETE',
  })),
];

/** The feed of changes and the history of statements: see national/history/README.md. */
export class HistoryMigration extends Migration {
  override up(): void {
    const isPostgresql = this.driver.getPlatform().constructor.name.startsWith('Postgre');
    const text = isPostgresql ? 'text collate "C"' : 'text';

    this.addSql(`create table change (seq integer primary key, op ${text} not null check (op in ('UPSERT', 'DELETE')),
      cause ${text} not null check (cause in ('PUBLISHED', 'SUPERSEDED', 'WITHDRAWN')), type ${text} not null, entity ${text} not null,
      at ${text} not null, check ((op = 'UPSERT') = (cause = 'PUBLISHED')))`);
    this.addSql('create index change_by_at on change (at, seq)');
    this.addSql('create index change_by_entity on change (entity, seq)');

    // A database that was filled before it had a feed: everything in it was published with its last load.
    const present = PUBLISHED.map(([type, table], rank) => `select ${rank} as rank_of_type, '${type}' as type, id from ${table}`);
    this.addSql(`insert into change (seq, op, cause, type, entity, at)
      select row_number() over (order by rank_of_type, id), 'UPSERT', 'PUBLISHED', type, id,
        coalesce((select max(loaded_at) from publication_load), '1970-01-01T00:00:00.000Z')
      from (${present.join(' union all ')}) as present`);

    this.addSql(`alter table statement add column superseded_from ${text} check ((superseded_from is null) = (superseded_by is null))`);
    // With both days of its time in each index, a statement that is not of the asked day is passed over without reading its row.
    const orders = { statement_by_period: 'period_ascending', statement_by_period_descending: 'period_descending' };
    for (const [index, key] of Object.entries(orders)) {
      this.addSql(`drop index ${index}`);
      this.addSql(`create index ${index} on statement (${key}, id, known_from, superseded_from)`);
    }
    this.addSql('drop index statement_by_known_from');
    this.addSql('create index statement_by_known_from on statement (known_from, id, superseded_from)');

    for (const guard of GUARDS) this.#guard(guard, isPostgresql);
    if (isPostgresql) this.#refuseTruncate();
  }

  #guard({ name, event, table, when, message }: Guard, isPostgresql: boolean): void {
    if (!isPostgresql) {
      this.addSql(`create trigger ${name} before ${event} on ${table} when ${when} begin select raise(abort, '${message}'); end`);
      return;
    }
    const goesOn = event === 'delete' ? 'old' : 'new';
    this.addSql(`create function ${name}() returns trigger language plpgsql as $$
      begin if ${when} then raise exception '${message}' using errcode = 'integrity_constraint_violation'; end if; return ${goesOn}; end $$`);
    this.addSql(`create trigger ${name} before ${event} on ${table} for each row execute function ${name}()`);
  }

  /** Emptying a table asks no trigger of its rows. */
  #refuseTruncate(): void {
    this.addSql(`create function published_is_not_truncated() returns trigger language plpgsql as $$
      begin raise exception 'a row goes only after its DELETE' using errcode = 'integrity_constraint_violation'; end $$`);
    for (const table of ['change', ...PUBLISHED.map(([, published]) => published)]) {
      this.addSql(
        `create trigger ${table}_is_not_truncated before truncate on ${table} for each statement execute function published_is_not_truncated()`,
      );
    }
  }
}
