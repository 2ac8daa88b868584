import type { CitedFigure } from '../../../contract/citation/cited-figure.ts';
import { figureOfStatement } from '../../../contract/citation/figure-of-statement.ts';
import type { SubjectKind } from '../../../contract/enums/subject-kind.ts';
import type { Statement } from '../../../contract/values/statement.ts';
import { NO_SELECTION, type Selection } from '../../../serving/selection.ts';
import type { RequestContext } from '../../access/request-context.ts';
import type { StoredRow } from '../publication.ts';
import { sourcePublication } from '../source/publication.ts';

// The loaders remember a selection by its identity: one constant each, so that all citations of a request are looked up together.
const NAME: Selection = new Map([['name', NO_SELECTION]]);
const SOURCE: Selection = new Map(['key', 'title', 'label', 'published', 'publishedInferred'].map((field) => [field, NO_SELECTION]));

/** The statement's columns that a citation is made of, beside those of its period. */
export const CITATION_COLUMNS = [
  'subject_kind',
  'subject_id',
  'indicator',
  'definition',
  'population',
  'value',
  'lower',
  'upper',
  'qualifier',
  'unit',
  'missing_reason',
  'raw_text',
  'source_id',
  'region_id',
] as const;

/** A stored statement as a figure to cite: with the names of its subject and country, and its source. */
export async function citedFigure(
  statement: Statement,
  row: StoredRow,
  asOf: () => string,
  { network, load }: RequestContext,
): Promise<CitedFigure> {
  const kind = row['subject_kind'] as SubjectKind;
  const id = String(row['subject_id']);
  const [subject, region, source] = await Promise.all([
    load.subject(kind, id, NAME),
    load.region(row['region_id']),
    load.publication(sourcePublication, row['source_id'], SOURCE),
  ]);
  return figureOfStatement(statement, {
    subject: { kind, id, names: subject?.names ?? null },
    region: region && (region.names ?? { original: region.iso ?? region.national ?? '' }),
    country: network.names,
    source,
    asOf,
  });
}
