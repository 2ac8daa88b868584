import { fieldNames } from '../kinds/import-kinds.ts';
import type { ImportKind } from '../kinds/import-kind.ts';
import type { Mapping } from './mapping.ts';

/** The mapping of a file whose columns bear the names of the fields already: what an import uses when it is given no other. */
export function builtInMapping(kind: ImportKind): Mapping {
  return {
    name: 'built-in',
    version: 1,
    kind: kind.name,
    source: 'main',
    mode: kind.family === 'record' ? 'full' : 'incremental',
    timeZone: 'UTC',
    format: {},
    empty: [],
    key: [],
    columns: fieldNames(kind).map((field) => ({ header: field, field })),
    constants: {},
  };
}
