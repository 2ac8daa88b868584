import { globSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { hubQuestions } from '../../cli/schema/hub-questions.ts';
import { failingQuestions } from '../../subgraphs/federation/checks/failing-questions.ts';
import { readCountries } from '../../subgraphs/federation/read-countries.ts';
import { ownQuestions } from '../../subgraphs/hub/own-questions.ts';

const countries = readCountries('rover.yaml');

test.each(countries)('$subgraph can answer everything that the hub asks by itself', ({ subgraph, rootField }) => {
  const sdl = readFileSync(`schema/subgraphs/${subgraph}.graphql`, 'utf8');
  const questions = hubQuestions(rootField);
  expect(questions.length).toBeGreaterThan(10);
  expect(failingQuestions(sdl, questions, 'hub-questions')).toEqual([]);
});

test('a field that the hub needs and that is gone is found', () => {
  const sdl = readFileSync('schema/subgraphs/kazakhstan.graphql', 'utf8').replaceAll('refreshRhythm:', 'rhythmOfRefresh:');
  expect(failingQuestions(sdl, hubQuestions('kazakhstan'), 'hub-questions')).toEqual([
    { check: 'hub-questions', where: 'hub: networkStatus', message: expect.stringContaining('Cannot query field "refreshRhythm"') },
  ]);
});

// An alias that begins with birge_ marks what the hub asks for itself: `birge_value: value`.
const asked = /(?<![$\w])birge_\w+: (\w+)(?= |'|`|\(|\{|$)/gm;

test('every field that the hub asks for itself, anywhere in its code, is in the list', () => {
  const known = new Set(['code', ...ownQuestions().flatMap(({ fields }) => fields.match(/\w+/g) ?? [])]);
  const code = globSync('subgraphs/hub/**/*.ts').flatMap((file) => {
    // Inside texts alone: the types of the answers repeat the aliases.
    const texts = readFileSync(file, 'utf8').match(/'[^'\n]*'|`[^`]*`/g) ?? [];
    return texts.flatMap((text) => [...text.matchAll(asked)].map(([, field]) => `${file} ${field}`));
  });
  expect(code.length).toBeGreaterThan(40);
  expect(code.filter((line) => !known.has(line.split(' ')[1] ?? ''))).toEqual([]);
});
