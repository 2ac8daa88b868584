import { DatabaseOfAnother } from '../subgraphs/national/database-of-another.ts';
import type { DatabasePlace } from './database-place.ts';
import { exitCode } from './exit-code.ts';
import { knownMachineFault } from './machine-fault.ts';
import { UserError } from './user-error.ts';

/** A database that cannot be used, as one line that names the member and the place; undefined for any other fault. */
export function databaseFault(error: unknown, place: DatabasePlace): UserError | undefined {
  if (error instanceof DatabaseOfAnother) {
    const message = `${place.name}: ${anotherOwner(error, place)} (${error.code})`;
    return new UserError(message, exitCode.wrongUse, { cause: error });
  }
  if (isOfAnotherFile(error, place)) return undefined;
  const known = knownMachineFault(error);
  return known && new UserError(`${place.name}: ${known[1]} (${place.words})`, known[0], { cause: error });
}

/** Whose data a place holds, and what to do about it. */
export function anotherOwner({ owner, country }: DatabaseOfAnother, { file, variable, words }: DatabasePlace): string {
  const remedy =
    file === null
      ? `set ${variable} to the database of ${country}, or to a new one`
      : `move the file away, put that of ${country} in its place, or set ${variable} to the folder that has it`;
  return `${words} holds the data of ${owner}, not of ${country}: ${remedy}`;
}

/** Opening a member reads its data files as well, and their faults are not the database's. */
function isOfAnotherFile(error: unknown, { file }: DatabasePlace): boolean {
  const { path } = (error ?? {}) as { path?: unknown };
  return typeof path === 'string' && file?.startsWith(path) !== true;
}
