import { idAt, type Row, rowAt, textAt } from './row-values.ts';

/** Where something was said. */
export interface SourceFacts {
  readonly id: string;
  /** One word for the source in every country that cites it. */
  readonly key: string | null;
  /** The day from which it can be known. */
  readonly knownFrom: string | null;
  /** How that day is known. */
  readonly knownFromBasis: string | null;
}

/** The fields of a source, to be asked under the alias `birge_source`. */
export const SOURCE_FACTS_FIELDS = 'birge_source: source { id key knownFrom knownFromBasis }';

export function readSourceFacts(row: Row): SourceFacts | null {
  const source = rowAt(row, 'birge_source');
  if (source === null) return null;
  return {
    id: idAt(source, 'id'),
    key: textAt(source, 'key'),
    knownFrom: textAt(source, 'knownFrom'),
    knownFromBasis: textAt(source, 'knownFromBasis'),
  };
}

/** Whether two rows are known to rest on one source: an unnamed source is nobody's. */
export function isSameSource(a: SourceFacts | null, b: SourceFacts | null): boolean {
  if (a === null || b === null) return false;
  return a.id === b.id || (a.key !== null && a.key === b.key);
}
