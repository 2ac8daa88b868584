import type { Qualifier } from '../../contract/enums/qualifier.ts';

/** How firmly the words hold the number, from firm to loose. */
export type Shape = 'sharp' | 'bounded' | 'vague';
/** In which direction the words leave it open. */
export type Tail = 'none' | 'up' | 'down';

export interface QualifierTraits {
  readonly shape: Shape;
  readonly tail: Tail;
}

const traits = (shape: Shape, tail: Tail): QualifierTraits => ({ shape, tail });

/** Source: schema/GLOSSARY.md, "qualifier". A wording that the list does not know is as loose as can be. */
const TRAITS: Readonly<Record<Qualifier, QualifierTraits>> = {
  EXACT: traits('sharp', 'none'),
  ROUNDED: traits('bounded', 'none'),
  RANGE: traits('bounded', 'none'),
  MORE_THAN: traits('sharp', 'up'),
  AT_LEAST: traits('sharp', 'up'),
  UP_TO: traits('sharp', 'down'),
  LESS_THAN: traits('sharp', 'down'),
  ABOUT: traits('vague', 'none'),
  ABOUT_OR_MORE: traits('vague', 'up'),
  ABOUT_OR_LESS: traits('vague', 'down'),
  NO_NUMBER: traits('vague', 'none'),
  OTHER: traits('vague', 'none'),
};

const LOOSENESS: readonly Shape[] = ['sharp', 'bounded', 'vague'];

export function traitsOf(qualifier: Qualifier): QualifierTraits {
  return TRAITS[qualifier];
}

export function isQualifier(text: string): text is Qualifier {
  return Object.hasOwn(TRAITS, text);
}

/** Negative: a holds the number more firmly than b. */
export function compareShapes(a: Shape, b: Shape): number {
  return LOOSENESS.indexOf(a) - LOOSENESS.indexOf(b);
}
