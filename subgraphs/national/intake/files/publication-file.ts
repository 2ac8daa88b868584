import type { EntitySchema } from '@mikro-orm/core';
import type { ClassificationScheme } from '../../publications/classification-row.ts';
import type { RowReader } from '../row-reader.ts';

/** What the rows of one file need of the others. */
export interface FileContext {
  /** Lower-case country code: the owner of every id. */
  readonly owner: string;
  /** The load's instant, RFC 3339. */
  readonly recordedAt: string;
  /** Aliases of a row that sources state; assumed ones are kept out. */
  readonly aliasesOf: (id: string) => string[];
  /** The region of any code; refuses the cell when no region has it. */
  readonly regionId: (row: RowReader, column: string) => string | null;
  /** The day from which a source can be known, or null. */
  readonly knownFrom: (sourceId: string) => string | null;
}

export interface ReadRow {
  readonly entity: EntitySchema;
  readonly values: Readonly<Record<string, unknown>> & { readonly id?: string };
  readonly classified?: Partial<Readonly<Record<ClassificationScheme, readonly string[]>>>;
}

/** One kind of data file: its name, its columns, and what a row of it becomes. */
export interface PublicationFile {
  readonly name: string;
  readonly columns: readonly string[];
  read(row: RowReader, context: FileContext): ReadRow[];
}

/** A list as stored: JSON text. */
export function stored(list: readonly unknown[]): string {
  return JSON.stringify(list);
}
