import { expect, test } from '@jest/globals';
import { sharedNames } from '../../subgraphs/federation/checks/shared-names.ts';
import { readRoverConfig } from '../../subgraphs/federation/rover-config.ts';

const countries = readRoverConfig('rover.yaml')
  .filter(({ name }) => name !== 'hub')
  .map(({ name, readSdl }) => ({ name, sdl: readSdl() }));

test('no root field and no entity key is shared by two countries', () => {
  expect(countries.length).toBeGreaterThanOrEqual(3);
  expect(sharedNames(countries)).toEqual([]);
});

test('a country that took another’s root field or key would be found', () => {
  const planted = countries.map(({ name, sdl }) => ({
    name,
    sdl: sdl.replaceAll('RussiaNetwork', 'KazakhstanNetwork').replace('  russia:', '  kazakhstan:'),
  }));
  expect(
    sharedNames(planted)
      .map(({ where }) => where)
      .toSorted(),
  ).toEqual(['KazakhstanNetwork', 'Query.kazakhstan']);
});
