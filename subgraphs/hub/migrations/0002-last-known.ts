import { Migration } from '@mikro-orm/migrations';

/** The last known answers of the countries, and for how long each lets them be shown. */
export class LastKnownMigration extends Migration {
  override up(): void {
    const isPostgresql = this.driver.getPlatform().constructor.name.startsWith('Postgre');
    const text = isPostgresql ? 'text collate "C"' : 'text';
    this.addSql(`alter table network_observation add column last_known_for ${text}`);
    this
      .addSql(`create table last_known_copy (country ${text} not null, question ${text} not null, as_of ${text} not null, answer ${text} not null,
      primary key (country, question))`);
  }
}
