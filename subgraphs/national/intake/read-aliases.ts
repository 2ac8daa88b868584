import type { CsvRow } from '../../storage/read-csv-file.ts';

/** Aliases of this basis are the reader's guess: they wait until the owner confirms them. */
export const ASSUMED = 'ASSUMED';

/** The other names of publications: a data file without ids, whose rows belong to those of others. */
export const aliasFile = { name: 'names.csv', columns: ['subject', 'alias', 'basis'] } as const;

/**
 * Other names by the publication that has them; assumed ones are left out.
 * Shape   rows of names.csv -> names by id, each once, in their order
 */
export function readAliases(rows: readonly CsvRow[]): ReadonlyMap<string, readonly string[]> {
  const stated = rows.filter(({ basis }) => basis !== ASSUMED);
  const bySubject = Map.groupBy(stated, ({ subject }) => subject ?? '');
  return new Map([...bySubject].map(([subject, names]) => [subject, [...new Set(names.map(({ alias }) => alias ?? ''))]]));
}
