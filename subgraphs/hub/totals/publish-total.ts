import type { CitedFigure } from '../../contract/citation/cited-figure.ts';
import { countryNames } from '../../contract/code-lists/country-names.ts';
import { reasonLabels } from '../code-lists/reason-labels.ts';
import type { RowAt } from '../lists/door-page.ts';
import type { TotalFacts } from '../merge/total.ts';
import type { Coverage } from '../values/coverage.ts';
import { Exclusion } from '../values/exclusion.ts';
import { Reason } from '../values/reason.ts';
import { Total } from '../values/total.ts';

/** A total whose statements are known by what the client asked of them. */
export type PublishedTotal = Total & { readonly usedRows: readonly RowAt[]; readonly excluded: readonly PublishedExclusion[] };

/** A statement left out, known by what the client asked of it. */
export type PublishedExclusion = Exclusion & { readonly rowAt: RowAt };

export interface TotalFrame {
  readonly query: { readonly indicator: string; readonly definition: string; readonly period: string | null };
  /** Countries that were asked for by name. Null: all. */
  readonly countries: readonly string[] | null;
  readonly rowOf: (id: string) => RowAt;
  readonly withoutAnswer: readonly string[];
  readonly coverage: Coverage;
}

/** A total as the hub answers it. */
export function publishTotal(sum: TotalFacts, frame: TotalFrame): PublishedTotal {
  const { used, excluded, warnings, ...figure } = sum;
  return Object.assign(new Total(), frame.query, figure, {
    usedRows: used.map(({ id }) => frame.rowOf(id)),
    excluded: excluded.map(({ statement, reason, against }) =>
      Object.assign(new Exclusion(), { reason, against, rowAt: frame.rowOf(statement.id) }),
    ),
    warnings: warnings.map(({ code, statements }) =>
      Object.assign(new Reason(), { code, weight: 'CARE' as const, statements: [...statements], words: reasonLabels[code] }),
    ),
    coverage: frame.coverage,
    figure: citedFigure(sum, frame),
  });
}

/** What the sentence is made of: the place is the countries that were summed, those that were asked for or those of the parts. */
function citedFigure(sum: TotalFacts, { query, countries, withoutAnswer, coverage }: TotalFrame): CitedFigure {
  return {
    indicator: query.indicator,
    definition: query.definition,
    population: null,
    place: (countries ?? coverage.asked).toSorted().map(countryNames),
    period: { edtf: query.period, duration: null, isRecurring: false, isInferred: false },
    number: {
      value: sum.value,
      lower: sum.lower,
      upper: sum.upper,
      qualifier: sum.qualifier,
      unit: sum.unit,
      refusal: sum.refusal,
    },
    origin: {
      kind: 'TOTAL',
      method: sum.method === 'MAX' ? 'MAX' : 'SUM',
      statements: sum.refusal === null ? sum.used.length : 0,
      withoutAnswer: withoutAnswer.map(countryNames),
    },
  };
}
