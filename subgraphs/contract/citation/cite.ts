import { definitionLabels } from '../code-lists/definition-labels.ts';
import { indicatorLabels } from '../code-lists/indicator-labels.ts';
import { populationLabels } from '../code-lists/population-labels.ts';
import type { CitationStyle } from '../enums/citation-style.ts';
import type { Language } from '../enums/language.ts';
import { localized, type TextVersions } from '../values/localized-text.ts';
import type { CitationWords } from './citation-words.ts';
import type { CitedFigure, CitedSource, CitedTotal } from './cited-figure.ts';
import { countedWords } from './counted-words.ts';
import { en } from './en.ts';
import { fill } from './fill.ts';
import { kk } from './kk.ts';
import { numberPhrase } from './number-phrase.ts';
import { oneLine } from './one-line.ts';
import { datePhrase, periodPhrase } from './period-phrase.ts';
import { quoted } from './quoted.ts';
import { ru } from './ru.ts';
import { uz } from './uz.ts';

export interface CitationOptions {
  readonly language: Language;
  readonly style: CitationStyle;
}

const WORDS: Readonly<Record<Language, CitationWords>> = { RU: ru, KK: kk, UZ: uz, EN: en };

/**
 * Writes a figure as a sentence that can stand on a page, with its qualifier, unit and period; FULL adds where it comes from.
 * Shape   figure, language, style -> text
 * Source  schema/GLOSSARY.md, "citation"
 */
export function cite(figure: CitedFigure, { language, style }: CitationOptions): string {
  const words = WORDS[language];
  const sentences = [figureSentence(figure, language), ...(style === 'FULL' ? originSentences(figure, language) : [])];
  return sentences
    .filter((sentence) => sentence !== null)
    .map((sentence) => withDot(fill(words.sentences[sentence.name], sentence.values)))
    .join(' ');
}

interface Sentence {
  readonly name: keyof CitationWords['sentences'];
  readonly values: Readonly<Record<string, string>>;
}

function figureSentence({ indicator, population, place, period, number }: CitedFigure, language: Language): Sentence {
  const words = WORDS[language];
  const heading = localized(indicatorLabels[indicator], language) ?? indicator;
  const part = population === null ? null : (localized(populationLabels[population], language) ?? oneLine(population));
  return {
    name: 'figure',
    values: {
      indicator: part === null ? heading : `${heading} (${part})`,
      place: names(place, language),
      period: periodPhrase(period, words),
      number: numberPhrase(number, indicator === 'RANK_CLAIM' ? 'RANK' : number.unit, words),
    },
  };
}

function originSentences({ definition, origin }: CitedFigure, language: Language): (Sentence | null)[] {
  const label = definition === null ? null : (localized(definitionLabels[definition]?.label, language) ?? definition);
  const counted: Sentence | null = label === null ? null : { name: 'definition', values: { definition: label } };
  if (origin.kind === 'TOTAL') return [counted, totalSentence(origin, language), withoutAnswerSentence(origin, language)];
  const { id, source, asOf } = origin;
  return [counted, source && sourceSentence(source, language), { name: 'record', values: { id, asOf: asOf() } }];
}

function sourceSentence({ name, isTitle, published, isInferred }: CitedSource, language: Language): Sentence {
  const words = WORDS[language];
  const date = published === null ? words.sourceUndated : datePhrase(published, isInferred);
  const source = names([name], language);
  return { name: 'source', values: { source: isTitle ? quoted(source, words) : source, date } };
}

function totalSentence({ method, statements }: CitedTotal, language: Language): Sentence | null {
  const words = WORDS[language];
  return statements === 0 ? null : { name: 'total', values: { total: countedWords(words.totals[method], statements, words) } };
}

function withoutAnswerSentence({ withoutAnswer }: CitedTotal, language: Language): Sentence | null {
  return withoutAnswer.length === 0 ? null : { name: 'withoutAnswer', values: { countries: names(withoutAnswer, language) } };
}

function names(texts: readonly TextVersions[], language: Language): string {
  return texts.map((text) => oneLine(localized(text, language) ?? '')).join(', ');
}

/** An abbreviation's dot, or an ellipsis, ends a sentence as well. */
function withDot(sentence: string): string {
  return /[.…]$/.test(sentence) ? sentence : `${sentence}.`;
}
