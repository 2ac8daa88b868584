import { DatabaseSync } from 'node:sqlite';
import { backupDatabase } from '../../subgraphs/storage/backup/backup-database.ts';
import { restoreDatabase } from '../../subgraphs/storage/backup/restore-database.ts';

/** Units that move between accounts: whatever a writer does, a state that was committed has this sum. */
export const SUM = 1_000_000;

/** Makes a database of `accounts` rows that carries a mark, in the mode that a process runs it in. */
export function makeDatabase(file: string, mark: string, accounts = 20_000): DatabaseSync {
  const database = new DatabaseSync(file);
  database.exec(`
    pragma journal_mode = wal;
    pragma foreign_keys = on;
    create table schema_migration (id integer primary key, name text);
    insert into schema_migration values (1, '0001-accounts');
    create table account (id integer primary key, units integer, note text);
    create table transfer (id integer primary key, account integer references account, note text);
    with recursive n(i) as (select 1 union all select i + 1 from n where i < ${accounts})
      insert into account select i, 0, '${mark} ' || hex(randomblob(200)) from n;
    update account set units = ${SUM} where id = 1;
    create index account_note on account (note);`);
  return database;
}

/** One committed change that leaves the sum as it is and the numbers of rows not. */
export function transfer(database: DatabaseSync, to: number): void {
  database.exec(`
    begin immediate;
    update account set units = units - 1 where id = 1;
    update account set units = units + 1 where id = ${to};
    insert into transfer (account, note) values (${to}, 'one');
    commit;`);
}

/** What a database holds, in short. */
export function stateOf(file: string): { mark: string; sum: number; transfers: number; integrity: string } {
  const database = new DatabaseSync(file);
  const row = (sql: string): Record<string, never> => database.prepare(sql).get() as Record<string, never>;
  const state = {
    mark: String(row('select note from account where id = 2')['note']).split(' ')[0] ?? '',
    sum: Number(row('select sum(units) as units from account')['units']),
    transfers: Number(row('select count(*) as rows from transfer')['rows']),
    integrity: String(row('pragma integrity_check')['integrity_check']),
  };
  database.close();
  return state;
}

const options = { member: 'atlantis', now: () => new Date('2026-03-01T00:00:00Z') };

export const back = (file: string, target: string, onProgress?: () => void) => backupDatabase({ ...options, file, target, onProgress });

export const restore = (backup: string, file: string, changes: { member?: string; knownMigrations?: readonly string[] } = {}) =>
  restoreDatabase({ ...options, backup, file, knownMigrations: ['0001-accounts'], ...changes });
