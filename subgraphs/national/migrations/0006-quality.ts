import { Migration } from '@mikro-orm/migrations';

/** What checks of data quality found. No column holds a value of a record. */
export class QualityMigration extends Migration {
  override up(): void {
    const isPostgresql = this.driver.getPlatform().constructor.name.startsWith('Postgre');
    const text = isPostgresql ? 'text collate "C"' : 'text';
    const double = isPostgresql ? 'double precision' : 'double';

    this.addSql(`create table quality_check (id integer primary key, checked_at ${text} not null,
      occasion ${text} not null check (occasion in ('CHECK', 'IMPORT')), since ${text}, rules ${text} not null, rows_checked integer not null)`);
    this.addSql(`create table quality_finding (check_id integer not null, seq integer not null, rule ${text} not null,
      severity ${text} not null check (severity in ('ERROR', 'WARNING')), kind ${text} not null, field ${text} not null, unit_id ${text},
      period ${text}, count integer not null, "rows" ${text} not null, entity ${text}, expected ${double}, actual ${double},
      primary key (check_id, seq))`);
    this.addSql(`create table quality_delivery (check_id integer not null, seq integer not null, unit_id ${text}, period ${text} not null,
      expected ${double} not null, actual ${double} not null, status ${text} not null check (status in ('DELIVERED', 'LOW', 'MISSING')),
      primary key (check_id, seq))`);
  }
}
