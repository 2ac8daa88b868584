import { defineEnumWithInput } from './define-enum.ts';

const both = defineEnumWithInput('OrganizationKind', 'What kind of body an organization is.', {
  NATIONAL_NETWORK: 'The national volunteer network.',
  MOVEMENT: 'A movement.',
  ASSOCIATION: 'An association.',
  PUBLIC_ASSOCIATION: 'A public association.',
  PUBLIC_FOUNDATION: 'A public foundation.',
  AUTHORITY: 'An authority of state or city.',
  IGO: 'An intergovernmental organization.',
  CHILD_CARE: 'A home or a service for children in care.',
  INITIATIVE_GROUP: 'An initiative group.',
  OTHER: 'A value that the source gives and this list does not know.',
});

/** What kind of body an organization is. */
export const OrganizationKind = both.output;
export type OrganizationKind = keyof typeof OrganizationKind;

/** The values of OrganizationKind that a filter takes. */
export const OrganizationKindInput = both.input;
export type OrganizationKindInput = keyof typeof OrganizationKindInput;
