import { Migration } from '@mikro-orm/migrations';

/** Each order of statements along one indicator: without it, a page of one indicator reads and sorts all its statements. */
export class IndicatorOrderMigration extends Migration {
  override up(): void {
    this.addSql('drop index statement_by_indicator');
    this.addSql('create index statement_by_indicator on statement (indicator, id, known_from, superseded_from)');
    this.addSql('create index statement_by_indicator_period on statement (indicator, period_ascending, id, known_from, superseded_from)');
    this.addSql(
      'create index statement_by_indicator_period_descending on statement (indicator, period_descending, id, known_from, superseded_from)',
    );
    this.addSql('create index statement_by_indicator_known_from on statement (indicator, known_from, id, superseded_from)');
  }
}
