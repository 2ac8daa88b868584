import { globSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { personalNames, wordsOf } from '../../subgraphs/federation/checks/personal-names.ts';
import { personalNamesAllowed } from '../../subgraphs/federation/checks/personal-names-allowed.ts';
import { sdlPlaces } from '../../subgraphs/federation/checks/sdl-places.ts';
import { doorText } from './door-text.ts';

const placesIn = (rest: string, allowed: Record<string, string> = {}): string[] =>
  personalNames(doorText({ rest }), allowed).map(({ where }) => where);

test.each([
  'personsSought',
  'birth_year',
  'contactPhone',
  'EMAIL',
  'passport',
  'homeAddress',
  'firstName',
  'fullNames',
  'bornOn',
  'iin',
  'ownerINN',
  'snils2',
  'PinflHash',
])('%s is refused', (name) => expect(placesIn(`type Search { ${name}: String }`)).toEqual([`Search.${name}`]));

test.each(['impersonal', 'name', 'inner', 'nameFirst', 'rebirths', 'addressed', 'emailing', 'regionName', 'volunteers', 'ageBand'])(
  '%s passes',
  (name) => {
    expect(placesIn(`type Search { ${name}: String }`)).toEqual([]);
  },
);

test('types, arguments, input fields and enum values are read as well', () => {
  expect(
    placesIn(
      'type Person { a(phone: String): String } input PersonFilter { email: String } enum Channel { PHONE } extend type Query { snils: String }',
    ),
  ).toEqual(['Person', 'Person.a(phone:)', 'PersonFilter', 'PersonFilter.email', 'Channel.PHONE', 'Query.snils']);
});

test('an entry with a reason lets one place, or one name everywhere, stand', () => {
  const rest = 'type Search { persons: Int } type Office { email: String persons: Int }';
  expect(placesIn(rest, { 'Office.email': "an office's" })).toEqual(['Search.persons', 'Office.persons']);
  expect(placesIn(rest, { persons: 'a count', 'Office.email': "an office's" })).toEqual([]);
});

test('every entry of the list is still needed', () => {
  const files = globSync('schema/subgraphs/*.graphql');
  expect(files.length).toBeGreaterThan(0);
  const places = files.flatMap((file) => sdlPlaces(readFileSync(file, 'utf8')));
  const present = new Set(places.flatMap(({ where, name }) => [where, name]));
  expect(Object.keys(personalNamesAllowed).filter((entry) => !present.has(entry))).toEqual([]);
});

test('names fall into words', () => {
  expect(wordsOf('HTTPServerName_of2Persons')).toEqual(['http', 'server', 'name', 'of', 'persons']);
});
