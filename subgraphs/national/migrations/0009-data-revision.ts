import { Migration } from '@mikro-orm/migrations';
import { revisionTriggers } from '../../storage/revision-triggers.ts';

/** Every table that a public answer is made of. Tables of private records, imports and quality are none of them. */
const PUBLIC_TABLES = [
  'source',
  'region',
  'region_code',
  'classification',
  'search_entry',
  'organization',
  'unit',
  'program',
  'action',
  'statement',
  'aid_flow',
  'commitment',
  'practice',
  'change',
];

/** The mark that each change of what is published makes anew. */
export class DataRevisionMigration extends Migration {
  override up(): void {
    const isPostgresql = this.driver.getPlatform().constructor.name.startsWith('Postgre');
    for (const statement of revisionTriggers(PUBLIC_TABLES, isPostgresql)) this.addSql(statement);
  }
}
