import { Migration } from '@mikro-orm/migrations';

/** Rules of quality look for the consents of a person; without the index, each looks through all of them. */
export class ConsentsByPersonMigration extends Migration {
  override up(): void {
    this.addSql('create index record_consent_by_person on record_consent (person_id, given_at)');
  }
}
