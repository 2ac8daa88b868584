import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { startFederation } from '../harness/start-federation.ts';

const federation = await startFederation();
const NO_BREAK_SPACE = '\u00A0';

test('a number reads as a sentence ready for the page, in each language', async () => {
  const { data, errors } = await federation.ask(readFileSync('schema/operations/citations.graphql', 'utf8'));
  expect(errors).toEqual([]);
  const counted = ['240', '000'].join(NO_BREAK_SPACE);
  const limit = ['160', '000'].join(NO_BREAK_SPACE);
  expect(data).toEqual({
    counted: {
      value: 240_000,
      qualifier: 'ROUNDED',
      lower: 235_000,
      upper: 245_000,
      upperOpen: true,
      ru: `Число волонтёров, Казахстан, 2023: ${counted} чел. (округлено).`,
      kk: `Еріктілер саны, Қазақстан, 2023: ${counted} адам (дөңгелектелген).`,
      uz: `Koʻngillilar soni, Qozogʻiston, 2023: ${counted} kishi (yaxlitlangan).`,
      en: 'Number of volunteers, Kazakhstan, 2023: 240,000 people (rounded).',
    },
    limit: {
      value: 160_000,
      qualifier: 'UP_TO',
      lower: null,
      upper: 160_000,
      ru: `Число волонтёров, Казахстан, без даты: до ${limit} чел.`,
      kk: `Еріктілер саны, Қазақстан, күні көрсетілмеген: ${limit} адамға дейін.`,
      uz: `Koʻngillilar soni, Qozogʻiston, sanasi koʻrsatilmagan: ${limit} kishigacha.`,
      en: 'Number of volunteers, Kazakhstan, undated: up to 160,000 people.',
    },
  });
});

test('FULL tells definition, source, record and the day of reading; SHORT is the default', async () => {
  const { data, errors } = await federation.ask(
    '{ node(id: "kz:statement:almaty-vol-involved") { ... on Statement { short: citation(language: EN) full: citation(language: EN, style: FULL) } } }',
  );
  expect(errors).toEqual([]);
  expect(data.node).toEqual({
    short: 'Number of volunteers, Almaty, Kazakhstan, 2023 (?): more than 50,000 people.',
    full:
      'Number of volunteers, Almaty, Kazakhstan, 2023 (?): more than 50,000 people. Definition: involved in volunteer movements. ' +
      'Source: “Более 50 тысяч человек вовлечены в волонтерские движения Алматы”, 2023-03/2023-06 (?). ' +
      'Record kz:statement:almaty-vol-involved, as of 2026-03-01.',
  });
});

test('a figure of one city does not read like one of the whole country', async () => {
  const { data } = await federation.ask('{ node(id: "kz:statement:almaty-search-found") { ... on Statement { citation(language: RU) } } }');
  expect(data.node.citation).toBe('Число найденных людей, поиски пропавших людей, Алматы, Казахстан, 2023-01/ (?): 69 чел.');
});

test("a statement of the hub's own is cited without a country, its subject by id", async () => {
  const { data, errors } = await federation.ask(
    '{ node(id: "hub:statement:country-center-first") { ... on Statement { citation(language: EN, style: null) } } }',
  );
  expect(errors).toEqual([]);
  expect(data.node.citation).toBe('Claimed rank, kz:unit:country-center-medical, 2019-11-07: no. 1.');
});

test('every published statement can be cited in every language, and no citation tells who asserted it', async () => {
  const { data, errors } = await federation.ask(
    '{ statements(first: 1000, filter: { countries: ["KZ", "RU", "UZ"] }) { nodes { id assertedBy ru: citation(language: RU, style: FULL) kk: citation(language: KK, style: FULL) uz: citation(language: UZ, style: FULL) en: citation(language: EN, style: FULL) } } }',
  );
  expect(errors).toEqual([]);
  expect(data.statements.nodes.length).toBeGreaterThan(35);
  for (const { id, assertedBy, ...citations } of data.statements.nodes) {
    for (const citation of Object.values(citations)) {
      expect(citation).toContain(id);
      expect(citation).not.toMatch(/ {2}|\.\.|undefined|null|\{|\}/);
      // "article" is an assertion of the text itself, and a word like any other.
      if (assertedBy !== 'article') expect(citation).not.toContain(assertedBy);
    }
  }
});
