import type { QualityRule } from '../../quality-rule.ts';
import { faultIn } from '../fault-in.ts';
import { textOf } from '../row-values.ts';

/** A figure whose source the network does not publish: nobody could check it. */
export const statementSource: QualityRule = {
  code: 'STATEMENT_SOURCE',
  family: 'CONFORMANCE',
  severity: 'ERROR',
  kinds: ['statements'],
  finds: 'a statement whose source the network does not publish',
  check({ values }, { known }) {
    const source = textOf(values, 'source');
    return source !== null && known.sources.has(source) ? undefined : faultIn('source', 'publish the source first, or correct its id');
  },
};
