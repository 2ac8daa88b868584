import { expect, test } from '@jest/globals';
import { startFederation } from '../harness/start-federation.ts';

const federation = await startFederation();

async function find(text: string): Promise<string[]> {
  const { data, errors } = await federation.ask(
    'query ($text: String!) { search(text: $text, first: 100) { nodes { id } coverage { complete } } }',
    { text },
  );
  expect(errors).toEqual([]);
  expect(data.search.coverage.complete).toBe(true);
  return data.search.nodes.map(({ id }: { id: string }) => id);
}

test.each([
  ['медицинская молодежь', ['kz:organization:medmol', 'kz:organization:medmol-almaty']],
  ['МЕДИЦИНСКАЯ МОЛОДЁЖЬ казахстана', ['kz:organization:medmol']],
  ['QAMQOR', ['kz:organization:qamqor']],
  ["Qoraqalpog'iston", ['uz:region:karakalpakstan']],
  ['Қостанай', ['kz:region:kostanay']],
])('%s finds %j', async (text, ids) => {
  expect(await find(text)).toEqual(expect.arrayContaining(ids));
});

test('one name is found in all its languages and in either script', async () => {
  for (const text of ['Алматы', 'Olmaota', 'Almaty']) expect(await find(text)).toContain('kz:region:almaty-city');
  // Latin letters that look like Cyrillic ones, as a keyboard in the wrong layout gives them.
  expect(await find('КОМАНДA SОS')).toEqual(await find('Команда SOS'));
});

test('a joint program is found by its title, and is of no country', async () => {
  const { data } = await federation.ask(
    '{ search(text: "развитию Казахстанского странового") { nodes { id country type name(language: EN) } } }',
  );
  expect(data.search.nodes).toEqual([
    { id: 'hub:joint-program:roadmap-2019', country: null, type: 'JointProgram', name: expect.stringContaining('Roadmap') },
  ]);
});

test('an alias that was only assumed finds nothing', async () => {
  expect(await find('РСК Алматы')).toEqual([]);
});

test('a hit names its type, its country and its name, and leads to the row', async () => {
  const { data } = await federation.ask('{ search(text: "росмолод") { totalCount nodes { id type country name(language: EN) } } }');
  expect(data.search).toEqual({
    totalCount: 1,
    nodes: [{ id: 'ru:organization:rosmolodezh-dobro', type: 'Organization', country: 'RU', name: 'Росмолодёжь. Добро' }],
  });
});

test.each(['', ' ', 'a', '«'])('%j is too short to search', async (text) => {
  const { errors } = await federation.ask('query ($text: String!) { search(text: $text) { nodes { id } } }', { text });
  expect(errors.map(({ extensions }) => extensions?.['code'])).toEqual(['BAD_USER_INPUT']);
});

test('a wildcard of the database is a letter like any other', async () => {
  expect(await find('%%')).toEqual([]);
  expect(await find('__')).toEqual([]);
});
