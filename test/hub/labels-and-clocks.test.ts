import { expect, test } from '@jest/globals';
import { buildClientSchema, getIntrospectionQuery, getNamedType, type GraphQLObjectType } from 'graphql';
import { selectField } from '../conformance/full-selection.ts';
import { ask } from '../harness/ask.ts';
import { labelOf } from '../harness/read-revision.ts';
import { startFederation } from '../harness/start-federation.ts';

const GIVEN = {
  a: '"kz:statement:vol-total-2022"',
  b: '"ru:statement:medics-branches"',
  id: '"kz:region:abai"',
  since: '"0001-01-01T00:00:00Z"',
  text: '"an"',
  glide: '"FL-2024-000040-KAZ"',
  indicator: '"VOL_TOTAL"',
  definition: '"REGISTERED_ON_PLATFORM"',
};
/** A full citation says on which day it was read. */
const WITH_CITATIONS = { ...GIVEN, language: 'EN, style: FULL' };
const WITH_SHORT_CITATIONS = { ...GIVEN, language: 'EN' };

/** Each field of the hub, or of a country's door, in a question of its own; with citations of each style, and without. */
async function questionsTo(subgraph: string, url: string): Promise<string[]> {
  const schema = buildClientSchema((await ask(url, getIntrospectionQuery())).data);
  const roots = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(({ name }) => !name.startsWith('_'));
  const door = roots.find(({ name }) => name === subgraph);
  const type = door === undefined ? schema.getQueryType() : (getNamedType(door.type) as GraphQLObjectType);
  const fields = door === undefined ? roots : Object.values(type?.getFields() ?? {});
  const asked = [GIVEN, WITH_SHORT_CITATIONS, WITH_CITATIONS].flatMap((given) =>
    fields.flatMap((field) => selectField(field, given, [type?.name ?? ''])),
  );
  return [...new Set(asked)].map((field) => (door === undefined ? `{ ${field} }` : `{ ${subgraph} { ${field} } }`));
}

test('years later, whatever bears the same label is the same answer, word for word', async () => {
  const clock = { now: new Date('2026-03-01T12:00:00Z') };
  const federation = await startFederation({ now: () => clock.now });
  const questions: { url: string; query: string }[] = [];
  for (const [name, url] of federation.urls) for (const query of await questionsTo(name, url)) questions.push({ url, query });
  expect(questions.length).toBeGreaterThan(80);
  const answers = async () => {
    const told = [];
    for (const { url, query } of questions) told.push({ query, label: await labelOf(url, query), text: (await ask(url, query)).text });
    return told;
  };
  const before = await answers();
  clock.now = new Date('2029-07-15T09:30:00Z');
  const after = await answers();
  const pairs = before.map((early, index) => ({ early, late: after[index] ?? early }));
  const labelled = pairs.filter(({ early, late }) => early.label !== null && early.label === late.label);
  expect(labelled.filter(({ early, late }) => early.text !== late.text).map(({ early }) => early.query)).toEqual([]);
  expect(labelled.length).toBeGreaterThan(40);
  // What reads the clock is among the questions.
  const changed = pairs.filter(({ early, late }) => early.text !== late.text && !early.text.includes('"errors"'));
  expect(changed.map(({ early }) => early.query).filter((query) => query.includes('citation'))).not.toEqual([]);
});
