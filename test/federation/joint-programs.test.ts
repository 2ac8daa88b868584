import { expect, test } from '@jest/globals';
import { startFederation } from '../harness/start-federation.ts';

const federation = await startFederation();

test('a client’s aliases, fragments and variables reach the parties as they stand', async () => {
  const { data, errors } = await federation.ask(
    `query Two($language: Language, $deep: Boolean = false) {
      jointPrograms(filter: { kinds: [ROADMAP] }) { edges { node { ...frame } } }
    }
    fragment frame on JointProgram {
      all: commitments { key: seq said: reports { ...report key: statusAsOf } }
      again: commitments { reports { key: key ... on Commitment @include(if: $deep) { direction } source { label { en } } } }
    }
    fragment report on Commitment { words: text(language: $language) russian: text(language: RU) where: source { key } }`,
    { language: 'EN' },
  );
  expect(errors).toEqual([]);
  const { all, again } = data.jointPrograms.edges[0].node;
  expect(all[2]).toEqual({
    key: 3,
    said: ['KZ', 'RU'].map(() => ({
      words: 'Train volunteers',
      russian: expect.stringMatching(/\p{Script=Cyrillic}/u),
      where: { key: 'omsk' },
      key: '2019-11-07',
    })),
  });
  expect(again[2].reports).toEqual(
    ['KZ', 'RU'].map(() => ({ key: 'TRAINING', source: { label: { en: expect.stringContaining('Omsk') } } })),
  );
});

test('actions of a joint program come from whichever party publishes them', async () => {
  const { data } = await federation.ask(
    '{ jointProgram(id: "hub:joint-program:roadmap-2019") { actions { id period { edtf } organizers { id name } } coverage { asked answered complete } } }',
  );
  expect(data.jointProgram).toEqual({
    actions: [
      {
        id: 'ru:action:roadmap-signing',
        period: { edtf: '2019-11-07' },
        organizers: [
          { id: 'ru:organization:medics', name: 'Волонтеры-медики' },
          { id: 'kz:organization:medmol', name: null },
        ],
      },
    ],
    coverage: { asked: ['KZ', 'RU'], answered: ['KZ', 'RU'], complete: true },
  });
});

test('a program that all three join is found by any two of them, and the roadmap not by Uzbekistan', async () => {
  const { data } = await federation.ask(
    '{ two: jointPrograms(filter: { parties: ["UZ", "RU"] }) { nodes { id } } one: jointPrograms(filter: { period: "2019-12" }) { nodes { id } } none: jointPrograms(filter: { parties: ["UZ"], kinds: [ROADMAP] }) { totalCount nodes { id } } }',
  );
  expect(data).toEqual({
    two: { nodes: [{ id: 'hub:joint-program:cis-volunteer-year' }] },
    one: { nodes: [{ id: 'hub:joint-program:roadmap-2019' }] },
    none: { totalCount: 0, nodes: [] },
  });
});

test('an id of no joint program is null, and one of another type is refused', async () => {
  const { data, errors } = await federation.ask(
    '{ none: jointProgram(id: "hub:joint-program:x") { id } wrong: jointProgram(id: "kz:action:x") { id } }',
  );
  expect(data).toEqual({ none: null, wrong: null });
  expect(errors.map(({ path, extensions }) => [path, extensions?.['code']])).toEqual([[['wrong'], 'ID_INVALID']]);
});

test('with Russia down the roadmap stands, with Kazakhstan’s reports, and says who is missing', async () => {
  await federation.stop('russia');
  const { status, data, errors } = await federation.ask(
    '{ jointProgram(id: "hub:joint-program:roadmap-2019") { status commitments { key sameStatus reports { id } } coverage { asked answered timedOut unavailable refused { country } stale { country } complete } } }',
  );
  expect([status, errors]).toEqual([200, []]);
  expect(data.jointProgram.coverage).toEqual({
    asked: ['KZ', 'RU'],
    answered: ['KZ'],
    timedOut: [],
    unavailable: ['RU'],
    refused: [],
    stale: [],
    complete: false,
  });
  expect(data.jointProgram.commitments).toHaveLength(10);
  expect(data.jointProgram.commitments[0]).toEqual({
    key: 'PRIORITY_LINES',
    sameStatus: null,
    reports: [{ id: 'kz:commitment:roadmap-2019-priority-lines' }],
  });
});
