import { missingReasonLabels } from '../code-lists/missing-reason-labels.ts';
import { refusalLabels } from '../code-lists/refusal-labels.ts';
import type { CitationWords, NumberQualifier, UnitForms } from './citation-words.ts';
import type { CitedNumber } from './cited-figure.ts';
import { countedWords } from './counted-words.ts';
import { fill } from './fill.ts';
import { formatNumber } from './format-number.ts';
import { quoted } from './quoted.ts';

/**
 * A number with its qualifier and unit, or the words that stand where there is none.
 * Shape   number, key of the unit's forms -> phrase
 * Source  schema/GLOSSARY.md, "qualifier"
 */
export function numberPhrase(number: CitedNumber, unitKey: string | null, words: CitationWords): string {
  const { value, qualifier, rawQualifier } = number;
  if (value === null) return absencePhrase(number, words);
  const forms = formsOf(unitKey, words);
  if (qualifier === 'RANGE') return rangePhrase(number, forms, words);
  if (qualifier === null || qualifier === 'OTHER' || qualifier === 'NO_NUMBER') {
    const said = rawQualifier == null ? words.qualifierUnknown : quoted(rawQualifier, words);
    return `${countedWords(forms.plain, value, words)} (${said})`;
  }
  return qualifiedPhrase(qualifier, value, forms, words);
}

function qualifiedPhrase(qualifier: NumberQualifier, value: number, forms: UnitForms, words: CitationWords, lower = ''): string {
  return fill(forms.qualified?.[qualifier] ?? words.qualified[qualifier], {
    plain: countedWords(forms.plain, value, words),
    from: countedWords(forms.from, value, words),
    to: countedWords(forms.to, value, words),
    lower,
  });
}

/** The midpoint is never shown: a range without its ends is no number. */
function rangePhrase({ lower, upper }: CitedNumber, forms: UnitForms, words: CitationWords): string {
  if (lower === null || upper === null) return words.numberUnknown;
  return qualifiedPhrase('RANGE', upper, forms, words, formatNumber(lower, words));
}

function absencePhrase({ qualifier, rawText, missingReason, refusal }: CitedNumber, words: CitationWords): string {
  if (missingReason != null) return missingReasonLabels[missingReason][words.language];
  if (refusal != null) return refusalLabels[refusal]?.[words.language] ?? words.numberUnknown;
  if (qualifier !== 'NO_NUMBER') return words.numberUnknown;
  return rawText == null ? words.withoutNumber : `${quoted(rawText, words)} (${words.withoutNumber})`;
}

/** A unit that the language does not know yet is shown by its code. */
function formsOf(unitKey: string | null, { units }: CitationWords): UnitForms {
  const text = unitKey === null ? '{n}' : `{n} ${unitKey}`;
  return (unitKey === null ? undefined : units[unitKey]) ?? { plain: text, from: text, to: text };
}
