import type { SourceFormat } from '../reading/source-table.ts';

export const dateForms = ['iso', 'dd.mm.yyyy', 'dd.mm.yy', 'dd month yyyy', 'mm/dd/yyyy', 'excel-1900', 'excel-1904'] as const;

export type DateForm = (typeof dateForms)[number];

/** From the source's word, as the file has it, to the contract's code. */
export type CodeList = Readonly<Record<string, string>>;

/** How one column becomes a field. */
export interface ColumnMapping {
  /** Header of the column, as the mapping writes it; it is found whatever its case, blanks, quotation marks and look-alike letters. */
  readonly header: string;
  readonly field: string;
  readonly date?: readonly DateForm[];
  readonly unit?: 'minutes' | 'hours';
  readonly number?: 'comma' | 'point';
  readonly as?: 'date' | 'number' | 'region' | 'flag';
  readonly codes?: CodeList;
  readonly list?: string;
  readonly prefix?: string;
}

/** How one format of a steward's file becomes rows of one kind; mapping.schema.json describes its text. */
export interface Mapping {
  /** Name of its file, or `built-in`. */
  readonly name: string;
  readonly version: number;
  readonly kind: string;
  readonly source: string;
  readonly mode: 'full' | 'incremental';
  readonly timeZone: string;
  readonly format: {
    readonly type?: SourceFormat;
    readonly encoding?: string;
    readonly separator?: string;
    readonly sheet?: string;
    readonly headerRow?: number;
    readonly headerRows?: number;
    readonly recordsAt?: string;
  };
  readonly empty: readonly string[];
  /** Fields that make the key of a record; empty: the file has a column for it. */
  readonly key: readonly string[];
  readonly columns: readonly ColumnMapping[];
  readonly constants: Readonly<Record<string, string>>;
}
