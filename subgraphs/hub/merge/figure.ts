import type { Qualifier } from '../../contract/enums/qualifier.ts';
import { isQualifier } from './qualifier-traits.ts';
import { flagAt, numberAt, type Row, textAt } from './row-values.ts';

/** A number with what its words allow. Source: schema/GLOSSARY.md, "bounds". */
export interface Figure {
  /** The number said. Null: told without a number, or kept back. */
  readonly value: number | null;
  /** Least value. Null: the words set none. */
  readonly lower: number | null;
  readonly lowerOpen: boolean | null;
  /** Greatest value. Null: the words set none. */
  readonly upper: number | null;
  readonly upperOpen: boolean | null;
  /** OTHER also where the qualifier was not answered. */
  readonly qualifier: Qualifier;
}

/** The fields of a figure on Statement and AidFlow. */
export const FIGURE_FIELDS =
  'birge_value: value birge_lower: lower birge_lower_open: lowerOpen birge_upper: upper birge_upper_open: upperOpen birge_qualifier: qualifier';

export function readFigure(row: Row): Figure {
  const qualifier = textAt(row, 'birge_qualifier');
  return {
    value: numberAt(row, 'birge_value'),
    lower: numberAt(row, 'birge_lower'),
    lowerOpen: flagAt(row, 'birge_lower_open'),
    upper: numberAt(row, 'birge_upper'),
    upperOpen: flagAt(row, 'birge_upper_open'),
    qualifier: qualifier !== null && isQualifier(qualifier) ? qualifier : 'OTHER',
  };
}

/** Whether there is a number at all: a trend, a rank in words and a value that was kept back have none. */
export function hasNumber<Told extends Figure>(figure: Told): figure is Told & { readonly value: number } {
  return figure.value !== null && figure.qualifier !== 'NO_NUMBER';
}
