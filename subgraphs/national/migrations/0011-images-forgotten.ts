import { Migration } from '@mikro-orm/migrations';

/**
 * Says of an import whether the images that undoing it needs were given up. Of those that stand already only the five newest may have them all: each
 * import that was ever committed made older ones give theirs up, whether it was undone later or not.
 */
export class ImagesForgottenMigration extends Migration {
  override up(): void {
    this.addSql('alter table import_journal add column images_forgotten integer not null default 0 check (images_forgotten in (0, 1))');
    this.addSql(`update import_journal set images_forgotten = 1 where outcome = 'COMMITTED'
      and id not in (select id from import_journal where outcome <> 'REFUSED' order by id desc limit 5)`);
  }
}
