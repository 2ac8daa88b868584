import type { Finding } from './finding.ts';
import { personalNamesAllowed } from './personal-names-allowed.ts';
import { sdlPlaces } from './sdl-places.ts';

// Words that name a person or what identifies one; the last five are the state's numbers of a person in the three countries and abroad.
// Not here: volunteer, age, gender. They are the subject and the dimensions of what is counted, and identify nobody.
const personalWords = new Set(
  (
    'person persons people citizen citizens witness witnesses birth birthday birthdate born dob phone phones telephone mobile email emails ' +
    'passport passports address addresses surname surnames patronymic nickname photo photos portrait fingerprint biometric login password ' +
    'diagnosis ethnicity religion citizenship iin pinfl snils inn ssn'
  ).split(' '),
);
const personalPairs = new Set(
  ['first', 'last', 'middle', 'full', 'given', 'family', 'father', 'mother'].flatMap((word) => [`${word} name`, `${word} names`]),
);

/**
 * No name in the contract promises a person's data. A name that only looks so stands, with its reason, in `personal-names-allowed.ts`.
 * Shape   SDL, allowed places with reasons -> findings
 * Errors  SDL_INVALID
 */
export function personalNames(sdl: string, allowed: Readonly<Record<string, string>> = personalNamesAllowed): Finding[] {
  return sdlPlaces(sdl).flatMap(({ where, name }) => {
    const word = personalWordIn(name);
    if (!word || Object.hasOwn(allowed, where) || Object.hasOwn(allowed, name)) return [];
    return [
      {
        check: 'personal-names',
        where,
        message: `the name speaks of "${word}": no person's data leaves a country; rename it, or give the reason in personal-names-allowed.ts`,
      },
    ];
  });
}

/** The words of a name: camelCase, PascalCase, snake_case and digits apart; `impersonal` stays one word, `personsSought` is two. */
export function wordsOf(name: string): string[] {
  return name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(/[^A-Za-z]+/)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
}

function personalWordIn(name: string): string | undefined {
  const words = wordsOf(name);
  return (
    words.find((word) => personalWords.has(word)) ??
    words.map((word, index) => `${word} ${words[index + 1]}`).find((pair) => personalPairs.has(pair))
  );
}
