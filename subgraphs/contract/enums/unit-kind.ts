import { defineEnumWithInput } from './define-enum.ts';

const both = defineEnumWithInput('UnitKind', 'What kind of branch, office or center a unit is.', {
  REGIONAL_BRANCH: 'A regional branch.',
  NATIONAL_FRONT_OFFICE: 'The national front office of volunteers.',
  REGIONAL_FRONT_OFFICE: 'A regional or city front office of volunteers.',
  COUNTRY_CENTER: 'A country center.',
  RESOURCE_CENTER: 'A resource center.',
  OTHER: 'A value that the source gives and this list does not know.',
});

/** What kind of branch, office or center a unit is. */
export const UnitKind = both.output;
export type UnitKind = keyof typeof UnitKind;

/** The values of UnitKind that a filter takes. */
export const UnitKindInput = both.input;
export type UnitKindInput = keyof typeof UnitKindInput;
