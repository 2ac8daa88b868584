import type { QualityRule } from '../../quality-rule.ts';
import { faultIn } from '../fault-in.ts';
import { kindsWith } from '../checked-kinds.ts';

const MOST_CHARACTERS = 200;

/** A text in a record that is longer than any code, key or role: an unclosed quote, or free text, which records do not take. */
export const textTooLong: QualityRule = {
  code: 'TEXT_TOO_LONG',
  family: 'CONFORMANCE',
  severity: 'ERROR',
  kinds: kindsWith(() => true),
  finds: `a text of more than ${MOST_CHARACTERS} characters in a record, which takes no free text`,
  check({ values }) {
    for (const field in values) {
      const value = values[field];
      if (typeof value === 'string' && value.length > MOST_CHARACTERS)
        return faultIn(field, 'look for an unclosed quote; records take no free text');
    }
    return undefined;
  },
};
