import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NamedQuestion } from '../../subgraphs/federation/checks/failing-questions.ts';

/** The stored queries of a folder, each under its file's name; a folder that is missing holds none. */
export function storedOperations(folder: string): NamedQuestion[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.graphql'));
  return names.sort().map((name) => ({ name, document: readFileSync(join(folder, name), 'utf8') }));
}
