import { Migration } from '@mikro-orm/migrations';

/** What the undoing of an import needs: the journal, what publications were before, and withdrawals that do not use an id up. */
export class ImportsMigration extends Migration {
  override up(): void {
    const isPostgresql = this.driver.getPlatform().constructor.name.startsWith('Postgre');
    const text = isPostgresql ? 'text collate "C"' : 'text';
    const rows = ['read', 'new', 'changed', 'unchanged', 'removed', 'rejected'].map((name) => `rows_${name} integer not null`).join(', ');
    this.addSql(`create table import_journal (id integer primary key, kind ${text} not null, source ${text} not null, mode ${text} not null,
      actor ${text} not null, file_name ${text} not null, file_hash ${text} not null, mapping_name ${text} not null,
      mapping_version integer not null, mapping_hash ${text} not null, started_at ${text} not null, duration_ms integer not null, ${rows},
      outcome ${text} not null check (outcome in ('COMMITTED', 'UNDONE', 'REFUSED')), reason ${text}, undone_at ${text})`);
    this.addSql(`create table import_publication (import_id integer not null, publication_id ${text} not null, stood ${text},
      primary key (import_id, publication_id))`);
    this.addSql(`create table publication_file (name ${text} primary key, digest ${text} not null)`);
    this.addSql('alter table change add column undone_import integer');
  }
}
