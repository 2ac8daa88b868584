import { type Change, ChangeType, CriticalityLevel, diff } from '@graphql-inspector/core';
import type { Affected, Finding } from './finding.ts';
import { schemaOfText } from './schema-of-text.ts';

/** Tells who asks for a place, or for anything in it; `declaredAt` is the changed place itself. */
export type FindAffected = (askedPlace: string, declaredAt: string) => readonly Affected[];

/**
 * What in the current text would break a client written against the released one.
 * Shape   released SDL, current SDL, places that a decision record lets break, who asks for a place -> findings
 * Errors  SDL_INVALID
 * Source  the levels of @graphql-inspector/core: only BREAKING counts; a new enum value is not one, since output enums end in OTHER
 */
export async function breakingChanges(
  released: string,
  current: string,
  decided: ReadonlySet<string> = new Set(),
  findAffected?: FindAffected,
): Promise<Finding[]> {
  const changes = await diff(schemaOfText(released), schemaOfText(current));
  return changes
    .filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
    .map((change) => ({ change, where: change.path ?? 'schema' }))
    .filter(({ where }) => !isDecided(where, decided))
    .map(({ change, where }) => ({
      check: 'breaking-changes',
      where,
      message: `${change.message}: released clients break; deprecate it first, or record why in schema/decisions/ with a line "Breaks: ${where}"`,
      ...(findAffected && { affects: findAffected(askedPlace(change, where), where) }),
    }));
}

// A decision about a type covers its fields, one about a field covers its arguments.
const isDecided = (where: string, decided: ReadonlySet<string>): boolean => {
  const parts = where.split('.');
  return parts.some((_, index) => decided.has(parts.slice(0, index + 1).join('.')));
};

/** What is new or demands more breaks also those who never named it: whoever asks for what it stands in. */
const demanding: ReadonlySet<string> = new Set([
  ChangeType.FieldArgumentAdded,
  ChangeType.FieldArgumentTypeChanged,
  ChangeType.InputFieldAdded,
  ChangeType.InputFieldTypeChanged,
]);

const askedPlace = ({ type }: Change, where: string): string => (demanding.has(type) ? where.slice(0, where.lastIndexOf('.')) : where);
