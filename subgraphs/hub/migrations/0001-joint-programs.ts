import { Migration } from '@mikro-orm/migrations';

/** The hub's own tables, with the same text on SQLite and PostgreSQL; text compares byte by byte on both. */
export class JointProgramsMigration extends Migration {
  override up(): void {
    const isPostgresql = this.driver.getPlatform().constructor.name.startsWith('Postgre');
    const text = isPostgresql ? 'text collate "C"' : 'text';
    this
      .addSql(`create table source (id ${text} primary key, key ${text} not null, title ${text}, label ${text} not null, publisher ${text},
      url ${text}, language ${text}, published ${text}, published_inferred ${text}, known_from ${text}, known_from_basis ${text})`);
    this
      .addSql(`create table joint_program (id ${text} primary key, kind ${text} not null, titles ${text} not null, parties ${text} not null,
      directions ${text} not null, status ${text}, period_edtf ${text}, period_start ${text}, period_end ${text}, period_basis ${text},
      signed_at ${text}, readings ${text} not null, source_id ${text})`);
    this.addSql(`create table joint_program_code (scheme ${text} not null, code ${text} not null, joint_program_id ${text} not null,
      primary key (scheme, code, joint_program_id))`);
    this.addSql(`create table joint_commitment (joint_program_id ${text} not null, key ${text} not null, seq integer not null,
      basis ${text} not null, texts ${text} not null, primary key (joint_program_id, key))`);
    this.addSql(`create table network_observation (country ${text} primary key, observed_at ${text} not null, last_published_at ${text},
      expected_every ${text}, contract_version ${text})`);
  }
}
