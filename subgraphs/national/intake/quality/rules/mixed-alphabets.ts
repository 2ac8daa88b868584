import type { QualityRule } from '../../quality-rule.ts';
import { faultIn } from '../fault-in.ts';
import { findCheckedKind, kindsWith } from '../checked-kinds.ts';
import { textOf } from '../row-values.ts';

const HAS_BOTH = /[A-Za-z][^\s]*[\u0400-\u04FF]|[\u0400-\u04FF][^\s]*[A-Za-z]/;
const WORDS = /[A-Za-z\u0400-\u04FF]+/g;
const LATIN_LOOKALIKES = /^[ABCEHIKMOPTXYaceiopxy]+$/;
const CYRILLIC_LOOKALIKES = /^[АВСЕНІКМОРТХУасеіорху]+$/;

/** A word of Latin letters with a Cyrillic look-alike in it, or the other way round: two spellings of one key would be two records. */
export const mixedAlphabets: QualityRule = {
  code: 'MIXED_ALPHABETS',
  family: 'CONFORMANCE',
  severity: 'ERROR',
  kinds: kindsWith(({ keys }) => keys.length > 0),
  finds: 'a key or code whose word mixes Latin and Cyrillic letters that look alike',
  check({ values }, { kind }) {
    for (const field of findCheckedKind(kind)?.keys ?? []) {
      const key = textOf(values, field);
      // Nearly every key is of one alphabet: words are looked at only where both are there.
      if (key !== null && HAS_BOTH.test(key) && key.match(WORDS)?.some(isMixed)) {
        return faultIn(field, 'type it anew in one alphabet: a Latin and a Cyrillic letter look alike here');
      }
    }
    return undefined;
  },
};

function isMixed(word: string): boolean {
  const latin = word.replaceAll(/[^A-Za-z]/g, '');
  const cyrillic = word.replaceAll(/[A-Za-z]/g, '');
  return latin !== '' && cyrillic !== '' && (LATIN_LOOKALIKES.test(latin) || CYRILLIC_LOOKALIKES.test(cyrillic));
}
