import { Migration } from '@mikro-orm/migrations';

/** The names of every publication, folded for search. A database that was filled before is searched once it is loaded anew. */
export class SearchMigration extends Migration {
  override up(): void {
    const isPostgresql = this.driver.getPlatform().constructor.name.startsWith('Postgre');
    const text = isPostgresql ? 'text collate "C"' : 'text';
    this.addSql(`create table search_entry (id ${text} primary key, names ${text} not null, folded ${text} not null)`);
  }
}
