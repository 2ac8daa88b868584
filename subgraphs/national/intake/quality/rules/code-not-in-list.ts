import type { QualityRule } from '../../quality-rule.ts';
import { faultIn } from '../fault-in.ts';
import { findCheckedKind, kindsWith } from '../checked-kinds.ts';
import { textOf } from '../row-values.ts';

/** A code of a closed list that the list does not hold. */
export const codeNotInList: QualityRule = {
  code: 'CODE_NOT_IN_LIST',
  family: 'CONFORMANCE',
  severity: 'ERROR',
  kinds: kindsWith(({ closedLists }) => closedLists.length > 0),
  finds: 'a code that its list does not hold',
  check({ values }, { kind }) {
    for (const [field, codes] of findCheckedKind(kind)?.closedLists ?? []) {
      const code = textOf(values, field);
      if (code !== null && !codes.includes(code)) return faultIn(field, `take one of ${codes.join(', ')}`);
    }
    return undefined;
  },
};
