import { globSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { countryNames } from '../../../subgraphs/contract/code-lists/country-names.ts';
import { definitionLabels } from '../../../subgraphs/contract/code-lists/definition-labels.ts';
import { definitionCodes } from '../../../subgraphs/contract/code-lists/definitions.ts';
import { definitionsOf } from '../../../subgraphs/contract/code-lists/family-definitions.ts';
import { indicatorLabels } from '../../../subgraphs/contract/code-lists/indicator-labels.ts';
import { findIndicator, indicatorCodes } from '../../../subgraphs/contract/code-lists/indicators.ts';
import { missingReasonLabels } from '../../../subgraphs/contract/code-lists/missing-reason-labels.ts';
import { populationLabels } from '../../../subgraphs/contract/code-lists/population-labels.ts';
import { refusalLabels } from '../../../subgraphs/contract/code-lists/refusal-labels.ts';
import { unitLabels } from '../../../subgraphs/contract/code-lists/unit-labels.ts';
import { unitCodes } from '../../../subgraphs/contract/code-lists/units.ts';

const LANGUAGES = ['ru', 'kk', 'uz', 'en'] as const;
const lists = {
  indicators: { codes: indicatorCodes, labels: indicatorLabels },
  definitions: { codes: definitionCodes, labels: definitionLabels },
  units: { codes: unitCodes, labels: unitLabels },
};

test.each(Object.entries(lists))('the labels of %s are those of the list, no more and no fewer', (_, { codes, labels }) => {
  expect(codes.length).toBeGreaterThan(0);
  expect(Object.keys(labels).toSorted()).toEqual([...codes].toSorted());
});

const all = [
  ...Object.values(indicatorLabels),
  ...Object.values(definitionLabels).flatMap(({ label, text }) => [label, text]),
  ...[unitLabels, missingReasonLabels, populationLabels, refusalLabels].flatMap((list) => Object.values(list)),
  ...['KZ', 'RU', 'UZ'].map(countryNames),
];

test('every label is written in all four languages, each in its own letters', () => {
  expect(all.length).toBeGreaterThan(80);
  for (const label of all) {
    for (const language of LANGUAGES) expect(label[language]).toMatch(/^\S(?:.*\S)?$/);
    expect(label.ru).not.toMatch(/[A-Za-zәғқңөұүһі]/i);
    expect(label.kk).not.toMatch(/[A-Za-z]/);
    expect(label.uz).not.toMatch(/[Ѐ-ӿ'’‘`]/);
    expect(label.en).not.toMatch(/[Ѐ-ӿ]/);
  }
});

test('a text of a definition is one sentence', () => {
  for (const { text } of Object.values(definitionLabels)) {
    for (const language of LANGUAGES) expect(text[language]).toMatch(/^[^.]+\.$/);
  }
});

test('every statement that a network publishes has a definition that its indicator can come with', () => {
  const rows = globSync('subgraphs/*/data/statements.csv').flatMap((file) =>
    parse<Record<string, string>>(readFileSync(file), { columns: true }),
  );
  expect(rows.length).toBeGreaterThan(35);
  const strange = rows.filter(({ indicator = '', definition = '' }) => {
    const found = findIndicator(indicator);
    return !found || !definitionsOf(found).includes(definition);
  });
  expect(strange).toEqual([]);
  const unnamed = rows.filter(({ population = '' }) => population !== '' && !(population in populationLabels));
  expect(unnamed).toEqual([]);
});

test('every definition belongs to an indicator', () => {
  const used = new Set(indicatorCodes.flatMap((code) => definitionsOf(findIndicator(code)!)));
  expect([...used].toSorted()).toEqual([...definitionCodes].toSorted());
});

test('countries outside the federation have names too, in the letters of each language', () => {
  expect(countryNames('TR')).toEqual({ ru: 'Турция', kk: 'Түркия', uz: 'Turkiya', en: 'Türkiye' });
  expect(countryNames('CI').uz).not.toMatch(/[‘’']/);
  expect(countryNames('XA')).toEqual({ original: 'XA' });
  expect(countryNames('Kazakhstan')).toEqual({ original: 'Kazakhstan' });
});
