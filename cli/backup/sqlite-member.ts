import { join } from 'node:path';
import type { Environment } from '../environment.ts';
import { namedMember } from '../named-member.ts';
import { UserError } from '../user-error.ts';

/** A member whose database is a file here. */
export interface SqliteMember {
  readonly name: string;
  readonly file: string;
}

/**
 * The member of `--network` and its SQLite file.
 * Errors  UserError: no such member, or its database is in PostgreSQL
 */
export function sqliteMember(network: string, config: string, environment: Environment): SqliteMember {
  const name = namedMember(network, config);
  if ((environment.databaseUrlOf(name) ?? environment.databaseUrl) !== undefined) {
    const variable = environment.databaseUrlOf(name) === undefined ? 'DATABASE_URL' : `DATABASE_URL_${name.toUpperCase()}`;
    throw new UserError(
      `${name} is in PostgreSQL, whose own tools make backups: pg_dump --format=custom --file=FILE "$${variable}", and pg_restore to bring one back; docs/operate.md shows both.`,
    );
  }
  return { name, file: join(environment.dataFolder, `${name}.sqlite`) };
}
