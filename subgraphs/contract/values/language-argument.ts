import { Arg } from 'type-graphql';
import { Language } from '../enums/language.ts';

/** The argument `language` of every text field. */
export function LanguageArgument(): ReturnType<typeof Arg> {
  return Arg('language', () => Language, {
    nullable: true,
    description: 'Language to answer in. Absent: the original. Fallback: original, Russian, English, any.',
  });
}
