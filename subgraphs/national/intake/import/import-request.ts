import type { Network } from '../../network.ts';
import type { Mapping } from '../mapping/mapping.ts';
import type { SourceOptions } from '../reading/source-options.ts';

/** How many rows may be refused while the others come in. */
export interface AllowedFaults {
  readonly count: number;
  readonly unit: 'rows' | 'percent';
}

/** What somebody asks to be brought in. */
export interface ImportRequest {
  readonly file: string;
  /** As `--as` names it. */
  readonly kind: string;
  /** Null: the columns bear the fields' names. */
  readonly mapping: Mapping | null;
  readonly mappingText: string;
  /** What is said of the file; goes before the mapping's own words. */
  readonly options: SourceOptions;
  readonly isCommitted: boolean;
  readonly mayDrop: boolean;
  readonly allowedFaults: AllowedFaults;
  /** Who imports, for the journal and the lock. */
  readonly actor: string;
}

/** Where it is brought in. */
export interface IntakePlace {
  readonly network: Network;
  readonly databaseUrl: string | undefined;
  /** Folder of the network's database. */
  readonly dataFolder: string;
  now(this: void): Date;
  /** Told from time to time how far it is: bytes of the file, then steps without a measure. */
  progress?(this: void, step: ImportStep, share: number | null): void;
}

export type ImportStep = 'reading' | 'checking' | 'writing' | 'telling';
