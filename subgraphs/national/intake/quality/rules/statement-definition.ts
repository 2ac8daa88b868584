import { definitionsOf } from '../../../../contract/code-lists/family-definitions.ts';
import { findIndicator } from '../../../../contract/code-lists/indicators.ts';
import type { QualityRule } from '../../quality-rule.ts';
import { faultIn } from '../fault-in.ts';
import { textOf } from '../row-values.ts';

/** A definition that means nothing for the indicator: the figure could be compared with no other. */
export const statementDefinition: QualityRule = {
  code: 'STATEMENT_DEFINITION',
  family: 'CONFORMANCE',
  severity: 'WARNING',
  kinds: ['statements'],
  finds: 'a definition that its indicator does not have',
  check({ values }) {
    const indicator = findIndicator(textOf(values, 'indicator') ?? '');
    const definition = textOf(values, 'definition');
    if (indicator === undefined || definition === null || definitionsOf(indicator).includes(definition)) return undefined;
    return faultIn('definition', `take one of ${definitionsOf(indicator).join(', ')}`);
  },
};
