import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Writes a text when it differs from the file's.
 * Shape   file, text, dryRun (compare only) -> whether the file differed
 */
export function writeText(file: string, text: string, dryRun: boolean): boolean {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return false;
  if (!dryRun) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return true;
}

/** What a command says about one file. */
export const changeLine = (file: string, changed: boolean, dryRun: boolean): string =>
  `${changed ? (dryRun ? 'would write' : 'wrote') : 'unchanged'}  ${file}`;
