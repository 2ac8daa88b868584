import type { CitationWords } from '../../../contract/citation/citation-words.ts';
import { countedWords } from '../../../contract/citation/counted-words.ts';
import { en } from '../../../contract/citation/en.ts';
import { formatNumber } from '../../../contract/citation/format-number.ts';
import { kk } from '../../../contract/citation/kk.ts';
import { numberPhrase } from '../../../contract/citation/number-phrase.ts';
import { periodPhrase } from '../../../contract/citation/period-phrase.ts';
import { quoted } from '../../../contract/citation/quoted.ts';
import { ru } from '../../../contract/citation/ru.ts';
import { uz } from '../../../contract/citation/uz.ts';
import { definitionLabels } from '../../../contract/code-lists/definition-labels.ts';
import { indicatorLabels } from '../../../contract/code-lists/indicator-labels.ts';
import { type Labels, labels } from '../../../contract/code-lists/labels.ts';
import { unitLabels } from '../../../contract/code-lists/unit-labels.ts';
import { localized, type TextVersions } from '../../../contract/values/localized-text.ts';
import type { Figure } from '../figure.ts';
import type { PeriodFacts } from '../period-facts.ts';
import type { Length } from '../period-length.ts';
import { periodKindWords } from './period-kind-words.ts';

/** The values of an explanation in the words of one language, as they stand in any place of a sentence. */
export class Speech {
  readonly #words: CitationWords;

  constructor(words: CitationWords) {
    this.#words = words;
  }

  /** What is counted, as a heading. */
  indicator(code: string | null): string {
    return this.#label(indicatorLabels[code ?? ''], code);
  }

  definition(code: string): string {
    return quoted(this.#label(definitionLabels[code]?.label, code), this.#words);
  }

  /** A thing with the definition by which it is counted, where one is said. */
  defined(thing: string, definition: string): string {
    return definition === 'UNSPECIFIED' ? thing : `${thing} (${this.#label(definitionLabels[definition]?.label, definition)})`;
  }

  unit(code: string | null): string {
    return this.#label(unitLabels[code ?? ''], code);
  }

  /** A number with its qualifier and unit: «более 40 ед.». */
  number(figure: Figure & { readonly unit: string | null }): string {
    return numberPhrase(figure, figure.unit, this.#words);
  }

  count(count: number): string {
    return formatNumber(count, this.#words);
  }

  /** A period as EDTF, or that there is no date. */
  time(period: PeriodFacts | null): string {
    const { edtf = null, duration = null, kind = null, basis = null } = period ?? {};
    return periodPhrase({ edtf, duration, isRecurring: kind === 'RECURRING', isInferred: basis === 'INFERRED' }, this.#words);
  }

  /** What kind of time a figure is told of. */
  timeKind(kind: string): string {
    return this.#label(periodKindWords[kind], kind);
  }

  /** For how long: «за 10 лет». */
  during({ unit, count }: Length): string {
    const [key, size] = unit === 'MONTH' ? (['Y', 12] as const) : (['W', 7] as const);
    const isWhole = count % size === 0;
    const { durations } = this.#words;
    return countedWords(isWhole ? durations[key] : durations[unit === 'MONTH' ? 'M' : 'D'], isWhole ? count / size : count, this.#words);
  }

  /** How often something happens: «еженедельно». */
  rhythm(length: Length): string {
    const { unit, count } = length;
    const { recurring } = this.#words;
    if (unit === 'MONTH' && (count === 1 || count === 12)) return recurring[count === 1 ? 'M' : 'Y'];
    if (unit === 'DAY' && (count === 1 || count === 7)) return recurring[count === 1 ? 'D' : 'W'];
    return `1 × ${this.during(length)}`;
  }

  /** A name in the quotation marks of the language. */
  name(name: string): string {
    return quoted(name, this.#words);
  }

  names(names: readonly string[]): string {
    return names.map((name) => this.name(name)).join(', ');
  }

  /** The name of a place in this language. */
  place(names: TextVersions): string {
    return names[this.#words.language] ?? localized(names) ?? '';
  }

  #label(label: Labels | undefined, code: string | null): string {
    return label?.[this.#words.language] ?? code ?? '';
  }
}

/** A sentence in one language. */
export type Wording = (say: Speech) => string;

const SPEECHES = { ru: new Speech(ru), kk: new Speech(kk), uz: new Speech(uz), en: new Speech(en) };

/** An explanation in the four languages, from one wording for each. */
export function inFourLanguages(wordings: Readonly<Record<keyof typeof SPEECHES, Wording>>): Labels {
  const word = (language: keyof typeof SPEECHES): string => withSingleDots(wordings[language](SPEECHES[language]));
  return labels(word('ru'), word('kk'), word('uz'), word('en'));
}

/** The dot of an abbreviation ends a sentence as well: «649 ед.» takes no second one. */
function withSingleDots(text: string): string {
  return text.replace(/\.{2}/g, '.');
}
