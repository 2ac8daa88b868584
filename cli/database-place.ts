import { join } from 'node:path';
import type { Environment } from './environment.ts';

/** The database of a member, as whoever set it up knows it. */
export interface DatabasePlace {
  /** Of the member. */
  readonly name: string;
  /** The SQLite file; null: it is in PostgreSQL. */
  readonly file: string | null;
  /** The environment variable that decides which it is. */
  readonly variable: string;
  /** For a message; a URL may hold a password and is never told. */
  readonly words: string;
}

/** Where a member's database is; the folder is BIRGE_DATA unless a flag names another. */
export function placeOfDatabase(name: string, environment: Environment, dataFolder = environment.dataFolder): DatabasePlace {
  const own = `DATABASE_URL_${name.toUpperCase()}`;
  const variable = environment.databaseUrlOf(name) !== undefined ? own : environment.databaseUrl !== undefined ? 'DATABASE_URL' : null;
  if (variable !== null) return { name, file: null, variable, words: `the database of ${variable}` };
  const file = join(dataFolder, `${name}.sqlite`);
  return { name, file, variable: 'BIRGE_DATA', words: file };
}
