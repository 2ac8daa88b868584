import { Migration } from '@mikro-orm/migrations';
import { revisionTriggers } from '../../storage/revision-triggers.ts';

/** The tables of the hub's own data; what it heard of the countries is theirs. */
const OWN_TABLES = ['source', 'joint_program', 'joint_program_code', 'joint_commitment'];

/** The mark that each change of the hub's own data makes anew. */
export class DataRevisionMigration extends Migration {
  override up(): void {
    const isPostgresql = this.driver.getPlatform().constructor.name.startsWith('Postgre');
    for (const statement of revisionTriggers(OWN_TABLES, isPostgresql)) this.addSql(statement);
  }
}
