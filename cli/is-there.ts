import { accessSync, constants } from 'node:fs';
import { relative } from 'node:path';
import { projectRoot } from './project-root.ts';
import { UserError } from './user-error.ts';

/**
 * Whether a file of the project is there to be read. One that is kept from this process is not said to be missing.
 * Shape   absolute path -> true, or false for a file that is missing
 * Errors  UserError with the disk's own reason, for a file or a folder above it that may not be read
 */
export function isThere(file: string): boolean {
  try {
    accessSync(file, constants.R_OK);
    return true;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return false;
    // Without its cause: an import takes a cause with EACCES for a database that may not be written.
    throw new UserError(`${relative(projectRoot, file)} cannot be read: ${message}.`);
  }
}
