import type { QualityRule } from '../../quality-rule.ts';
import { textOf } from '../row-values.ts';

const SAID = ['subject', 'indicator', 'definition', 'value', 'qualifier', 'period', 'region', 'population', 'levels', 'source'];

/** One figure of one source published under two ids: a total would count it twice. */
export const statementRepeated: QualityRule = {
  code: 'STATEMENT_REPEATED',
  family: 'PLAUSIBILITY',
  severity: 'WARNING',
  kinds: ['statements'],
  finds: 'the same figure of the same source under two ids',
  compare(rows) {
    const numbered = rows.filter(({ values }) => textOf(values, 'qualifier') !== 'NO_NUMBER');
    const groups = Map.groupBy(numbered, ({ values }) => JSON.stringify(SAID.map((field) => values[field] ?? null)));
    return [...groups.values()].flatMap(([, ...repeated]) =>
      repeated.map(({ row }) => ({ row, field: 'id', hint: 'keep one of the rows, or say in what they differ' })),
    );
  },
};
