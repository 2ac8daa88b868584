import type { QualityRule } from '../../quality-rule.ts';
import { faultIn } from '../fault-in.ts';
import { allKinds } from '../checked-kinds.ts';

// Tab and line ends are text in a cell; the replacement character is what a wrong encoding leaves behind.
// oxlint-disable-next-line no-control-regex
const UNFIT = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFFFD\uFFFE\uFFFF]/;

/** A character that no text holds on purpose. */
export const controlCharacters: QualityRule = {
  code: 'CONTROL_CHARACTERS',
  family: 'CONFORMANCE',
  severity: 'ERROR',
  kinds: allKinds,
  finds: 'control characters, hidden changes of direction, or the mark of a wrong encoding in a text',
  check({ values }) {
    for (const field in values) {
      const value = values[field];
      if (typeof value === 'string' && UNFIT.test(value))
        return faultIn(field, 'remove the invisible characters, or read the file with --encoding');
    }
    return undefined;
  },
};
