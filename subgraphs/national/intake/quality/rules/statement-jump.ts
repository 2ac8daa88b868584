import type { MappedRow, QualityRule } from '../../quality-rule.ts';
import { numberOf, textOf } from '../row-values.ts';

/** A figure far from the one of the year before: half more, or a third less. Likelier another way of counting than growth. */
export const statementJump: QualityRule = {
  code: 'STATEMENT_JUMP',
  family: 'PLAUSIBILITY',
  severity: 'WARNING',
  kinds: ['statements'],
  finds: 'a yearly figure that is half more, or a third less, than that of the year before',
  compare(rows) {
    return [...Map.groupBy(rows, seriesOf)].flatMap(([series, members]) => {
      if (series === null) return [];
      const byYear = new Map(members.map((row) => [yearOf(row), row]));
      return members.flatMap((later) => {
        const before = byYear.get(yearOf(later) - 1);
        return before !== undefined && isJump(before, later)
          ? [{ row: later.row, field: 'value', hint: 'say in a note what changed in the way of counting, or correct the figure' }]
          : [];
      });
    });
  },
};

function seriesOf({ values }: MappedRow): string | null {
  if (textOf(values, 'period_kind') !== 'YEAR' || textOf(values, 'period') === null || numberOf(values, 'value') === null) return null;
  return JSON.stringify([values['subject'], values['indicator'], values['definition'], values['population'] ?? null]);
}

function yearOf({ values }: MappedRow): number {
  return Number(textOf(values, 'period')?.slice(0, 4));
}

/** By whole multiples, so that no ratio is rounded. */
function isJump(before: MappedRow, later: MappedRow): boolean {
  const [a, b] = [numberOf(before.values, 'value'), numberOf(later.values, 'value')];
  return a !== null && b !== null && a > 0 && (2 * b >= 3 * a || 3 * b <= 2 * a);
}
