/** How a cell of a field is read; see cells/. */
export type FieldType = 'key' | 'text' | 'day' | 'minutes' | 'count' | 'amount' | 'flag' | 'code' | 'region' | 'publication';

/** One field of a private record that a file may fill. */
export interface RecordField {
  /** Name in mappings, and in rows that rules read. */
  readonly name: string;
  /** Column of the record's table. */
  readonly column: string;
  readonly type: FieldType;
  readonly isRequired: boolean;
  /** The codes that `code` takes; absent: any of the owner's own, in capitals. */
  readonly codes?: readonly string[];
  /** What an empty cell means; absent: not answered. */
  readonly whenEmpty?: string | number;
  /** The published table and type of an id, for `publication`. */
  readonly published?: { readonly table: string; readonly idType: string };
  /** The table of units whose key this is, for a `key` that refers; `isMade`: a unit that is not there yet is added. */
  readonly refersTo?: { readonly table: string; readonly column: string; readonly isMade: boolean };
}

/** A kind of private record that can be brought in. */
export interface RecordKind {
  readonly family: 'record';
  /** As `--as` names it. */
  readonly name: string;
  readonly table: string;
  readonly fields: readonly RecordField[];
  /** The field whose day decides which regions there were. */
  readonly dayField: string | null;
  /** Whether rows are units that carry `blocked` and `erasedAt`, with an id made at random. */
  readonly isUnit: boolean;
}

/** A kind of publication that can be brought in: a data file of every network. */
export interface PublicationKind {
  readonly family: 'publication';
  readonly name: string;
  /** Columns of its data file; a mapping fills them. */
  readonly columns: readonly string[];
  /** Those that the data file itself must have. */
  readonly needed: readonly string[];
}

/** Other names of publications that can be brought in: no rows of their own, each belongs to a publication that is there. */
export interface AliasKind {
  readonly family: 'alias';
  readonly name: string;
  /** Columns of its data file; a mapping fills them. */
  readonly columns: readonly string[];
  /** Those that the data file itself must have. */
  readonly needed: readonly string[];
}

export type ImportKind = RecordKind | PublicationKind | AliasKind;
