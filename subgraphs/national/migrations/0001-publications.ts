import { Migration } from '@mikro-orm/migrations';

/**
 * The tables of what a network publishes. The same text on SQLite and PostgreSQL; there, text compares byte by byte ("C"),
 * so that both databases, and the hub that merges their pages, sort alike. OVERLAPS is a keyword there, hence the quotes.
 */
export class PublicationsMigration extends Migration {
  override up(): void {
    const isPostgresql = this.driver.getPlatform().constructor.name.startsWith('Postgre');
    const text = isPostgresql ? 'text collate "C"' : 'text';
    const double = isPostgresql ? 'double precision' : 'double';
    const period = `period_edtf ${text}, period_start ${text}, period_end ${text}, period_duration ${text}, period_kind ${text},
      period_basis ${text}, period_raw ${text}, period_ascending ${text} not null, period_descending ${text} not null`;
    const number = `value ${double}, lower ${double}, lower_open integer, upper ${double}, upper_open integer,
      qualifier ${text} not null, unit ${text} not null`;

    this
      .addSql(`create table source (id ${text} primary key, key ${text} not null, title ${text}, label ${text} not null, publisher ${text},
      url ${text}, language ${text}, published ${text}, published_inferred ${text}, known_from ${text}, known_from_basis ${text})`);
    this
      .addSql(`create table region (id ${text} primary key, iso ${text}, national ${text}, national_system ${text}, names ${text} not null,
      aliases ${text} not null, codes ${text} not null, valid_from ${text}, valid_to ${text}, replaces ${text} not null, replaced_by ${text} not null)`);
    this.addSql(`create table region_code (value ${text} not null, region_id ${text} not null, primary key (value, region_id))`);
    this.addSql(`create table classification (scheme ${text} not null, code ${text} not null, publication_id ${text} not null,
      primary key (scheme, code, publication_id))`);
    this
      .addSql(`create table organization (id ${text} primary key, names ${text} not null, aliases ${text} not null, folded_names ${text} not null,
      legal_form ${text}, kind ${text} not null, directions ${text} not null, region_id ${text}, public_roles ${text} not null, url ${text},
      same_as ${text} not null, possibly_same_as ${text} not null)`);
    this
      .addSql(`create table unit (id ${text} primary key, names ${text} not null, aliases ${text} not null, kind ${text} not null, level ${text},
      parent_id ${text}, host_id ${text}, region_id ${text}, place ${text}, directions ${text} not null, is_collective integer not null,
      count_statement_id ${text}, contact_page ${text}, ${period})`);
    this.addSql(`create table program (id ${text} primary key, names ${text} not null, aliases ${text} not null, kind ${text} not null,
      status ${text}, organizer_ids ${text} not null, directions ${text} not null, level ${text}, rhythm ${text}, region_id ${text},
      source_id ${text}, ${period})`);
    this
      .addSql(`create table action (id ${text} primary key, countries ${text} not null, is_cross_border integer not null, names ${text} not null,
      has_proper_name integer not null, kind ${text} not null, status ${text}, place ${text}, region_id ${text}, organizer_ids ${text} not null,
      program_id ${text}, super_action_id ${text}, directions ${text} not null, level ${text}, edition integer, is_seeking_partners integer,
      part_of ${text} not null, source_id ${text}, ${period})`);
    this.addSql(`create table statement (id ${text} primary key, subject_kind ${text} not null, subject_id ${text} not null,
      indicator ${text} not null, definition ${text} not null, ${number}, region_id ${text}, levels ${text} not null, population ${text},
      mode ${text}, min_age integer, reference_period ${text}, method ${text}, obs_status ${text} not null, missing_reason ${text},
      source_id ${text} not null, asserted_by ${text}, raw_text ${text}, readings ${text} not null, note ${text}, part_of ${text} not null,
      "overlaps" ${text} not null, known_from ${text} not null, recorded_at ${text} not null, supersedes ${text}, superseded_by ${text}, ${period})`);
    this
      .addSql(`create table aid_flow (id ${text} primary key, stage ${text} not null, origin_region_id ${text}, destinations ${text} not null,
      glide ${text} not null, ${number}, statement_id ${text}, action_id ${text}, "overlaps" ${text} not null, source_id ${text}, ${period})`);
    this
      .addSql(`create table commitment (id ${text} primary key, joint_program_id ${text} not null, key ${text} not null, seq integer not null,
      basis ${text} not null, texts ${text} not null, direction ${text}, status ${text} not null, status_as_of ${text}, evidence ${text} not null,
      source_id ${text}, ${period})`);
    this
      .addSql(`create table practice (id ${text} primary key, titles ${text} not null, texts ${text} not null, directions ${text} not null,
      organization_id ${text}, languages ${text} not null, since ${text}, contact_page ${text}, source_id ${text})`);
    this.addSql(`create table publication_load (digest ${text} primary key, loaded_at ${text} not null, row_count integer not null)`);

    // Each order of a list has its index, so that a page costs as many rows as it holds.
    this.addSql('create index statement_by_period on statement (period_ascending, id)');
    this.addSql('create index statement_by_period_descending on statement (period_descending, id)');
    this.addSql('create index statement_by_known_from on statement (known_from, id)');
    this.addSql('create index statement_by_subject on statement (subject_id, id)');
    this.addSql('create index statement_by_indicator on statement (indicator, definition, id)');
    this.addSql('create index action_by_start on action (period_ascending, id)');
    this.addSql('create index action_by_start_descending on action (period_descending, id)');
    this.addSql('create index action_by_program on action (program_id, id)');
    this.addSql('create index commitment_by_joint_program on commitment (joint_program_id, seq, id)');
    this.addSql('create index classification_by_publication on classification (publication_id, scheme)');
  }
}
