import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { contradictionId } from '../../../subgraphs/hub/merge/contradictions/contradiction-id.ts';
import { contradictionRules, findContradictions } from '../../../subgraphs/hub/merge/contradictions/find-contradictions.ts';
import type { Knowledge } from '../../../subgraphs/hub/merge/contradictions/knowledge.ts';
import { expectations, knownFacts } from './known-facts.ts';
import { exactly, figureOfWords, madeUpAction, madeUpOrganization, madeUpProgram, madeUpStatement, stated } from './made-up-facts.ts';

const found = findContradictions(knownFacts);
const idsOn = (sides: readonly { id: string }[]) => sides.map(({ id }) => id);
const keyOf = (rule: string, ids: readonly string[]) => [rule, ...ids.toSorted()].join(' ');
const byKey = new Map(found.map((each) => [keyOf(each.rule, idsOn([...each.a, ...each.b])), each]));
const explainedBy = (rule: string) => found.filter((each) => each.rule === rule).map((each) => each.explainedBy);
const firing = expectations.filter((row) => row.expect === 'FIRES');
const silent = expectations.filter((row) => row.expect === 'MUST_NOT_FIRE');

describe('the facts', () => {
  test('the expectations are read', () => expect([firing.length, silent.length]).toEqual([27, 7]));

  test.each(firing)('$id: $rule', ({ rule, kind, certainty, a, b }) => {
    expect(byKey.get(keyOf(rule, [...a, ...b]))).toMatchObject({ rule, kind, certainty, status: 'OPEN' });
  });

  test.each(silent)('$id: silent', ({ a, b }) => {
    const pairs = a.flatMap((left) => b.map((right) => [left, right]));
    const onBoth = found.filter((each) => {
      const ids = new Set(idsOn([...each.a, ...each.b]));
      return pairs.some((pair) => pair.every((id) => ids.has(id)));
    });
    expect(onBoth).toEqual([]);
  });

  test('nothing else is found', () => {
    expect([...byKey.keys()].toSorted()).toEqual(firing.map(({ rule, a, b }) => keyOf(rule, [...a, ...b])).toSorted());
  });

  test('every rule is seen at least once', () => {
    expect(contradictionRules).toHaveLength(15);
    expect(contradictionRules.filter(({ rule }) => !found.some((each) => each.rule === rule))).toEqual([]);
  });

  test('what the two differ in may explain it', () => {
    expect(explainedBy('DISJOINT_VALUES')).toEqual([['DEFINITION', 'PERIOD']]);
    expect(explainedBy('JUMP')).toEqual([['PERIOD']]);
    expect(explainedBy('SAME_FIGURE_OTHER_PERIOD')).toEqual([
      ['PERIOD', 'LEVEL'],
      ['PERIOD', 'LEVEL'],
    ]);
    expect(explainedBy('PART_ABOVE_WHOLE').flat()).toContain('SUBJECT');
  });
});

describe('ids', () => {
  test('the id follows from the rule and the rows, in the order of the ids', () => {
    const jump = found.find(({ rule }) => rule === 'JUMP')!;
    const digest = createHash('sha256').update('JUMP|kz:statement:vol-total-2022|kz:statement:vol-total-2023').digest('hex');
    expect(jump.id).toBe(`hub:contradiction:${digest.slice(0, 16)}`);
    expect(jump.statements).toEqual(['kz:statement:vol-total-2022', 'kz:statement:vol-total-2023']);
  });

  test('the sides of a contradiction make no difference to its id', () => {
    expect(contradictionId('JUMP', ['b', 'a'])).toBe(contradictionId('JUMP', ['a', 'b']));
    expect(contradictionId('JUMP', ['a', 'b'])).not.toBe(contradictionId('FUNNEL_UNITS', ['a', 'b']));
  });

  test('no two contradictions share one, and the list is in their order', () => {
    expect(idsOn(found)).toEqual([...new Set(idsOn(found))].toSorted());
  });
});

describe('explanations', () => {
  const words = found.flatMap(({ rule, explanation: { ru, kk, uz, en } }) =>
    Object.entries({ ru, kk, uz, en }).map((each) => [rule, ...each] as const),
  );

  test.each(words)('%s in %s', (_, language, text) => {
    expect(text).toMatch(/\S.*[.…]$/);
    expect(text).not.toMatch(/\.\.|undefined|null|NaN|\$\{|\{\w+\}|  /);
    // Uzbek in Latin letters; names and words of sources stand in quotation marks as they are written.
    const own = text.replace(/[«“][^»”]*[»”]/g, '').replace(/#\S+/g, '');
    if (language === 'uz') expect(own).not.toMatch(/\p{Script=Cyrillic}|['’‘`]/u);
    if (language === 'en') expect(own).not.toMatch(/\p{Script=Cyrillic}/u);
  });

  test('the words of one in the four languages', () => {
    const { explanation } = found.find(({ rule }) => rule === 'DISJOINT_VALUES')!;
    const plain = Object.fromEntries(
      Object.entries(explanation).map(([language, text]) => [language, String(text).replaceAll('\u00A0', ' ')]),
    );
    expect(plain).toEqual({
      ru: 'Число волонтёров: без даты — до 160 000 чел., 2023 — 240 000 чел. (округлено). Если речь об одном и том же, оба числа сразу верны быть не могут.',
      kk: 'Еріктілер саны: күні көрсетілмеген — 160 000 адамға дейін, 2023 — 240 000 адам (дөңгелектелген). Егер бұл бір нәрсе туралы айтылса, екі сан бірдей дұрыс бола алмайды.',
      uz: 'Koʻngillilar soni: sanasi koʻrsatilmagan — 160 000 kishigacha, 2023 — 240 000 kishi (yaxlitlangan). Agar gap bir narsa haqida borsa, ikkala son bir vaqtda toʻgʻri boʻla olmaydi.',
      en: 'Number of volunteers: undated, up to 160,000 people; 2023, 240,000 people (rounded). If they tell of one thing, both cannot be true.',
    });
  });
});

/** The rows in any order, three of them twice. */
const shuffled = <Row>(rows: readonly Row[]) =>
  fc.shuffledSubarray([...rows], { minLength: rows.length }).map((all) => [...all, ...all.slice(0, 3)]);

test('the order of what is known makes no difference, and a repeated row changes nothing', () => {
  const knowledge = fc.record({
    statements: shuffled(knownFacts.statements),
    actions: shuffled(knownFacts.actions),
    organizations: shuffled(knownFacts.organizations),
    programs: shuffled(knownFacts.programs),
    jointPrograms: shuffled(knownFacts.jointPrograms),
    aidFlows: shuffled(knownFacts.aidFlows),
    regions: fc.shuffledSubarray([...knownFacts.regions], { minLength: 3 }).map((countries) => new Map(countries)),
  });
  fc.assert(
    fc.property(knowledge, (known) => expect(findContradictions(known)).toEqual(found)),
    { numRuns: 10 },
  );
});

test('rows that go together are left in peace', () => {
  const network = { kind: 'ORGANIZATION', id: 'kz:organization:nvs' };
  const aid = { subject: { kind: 'REGION', id: 'KZ-75' }, unit: 'TNE', definition: 'UNSPECIFIED' };
  const held = { indicator: 'EVENT_COUNT', definition: 'HELD_BY_SUBJECT', subject: network, unit: 'C62' };
  const consistent: Knowledge = {
    statements: [
      madeUpStatement({ id: 'a', ...exactly(1000) }),
      madeUpStatement({ id: 'b', ...exactly(1300), period: stated('2024') }),
      madeUpStatement({ id: 'c', ...figureOfWords('ROUNDED', 1000), definition: 'UNSPECIFIED' }),
      madeUpStatement({ id: 'd', ...exactly(400), subject: { kind: 'REGION', id: 'KZ-75' } }),
      madeUpStatement({ id: 'e', ...exactly(200), indicator: 'VOL_ENGAGED', definition: 'TOOK_PART' }),
      madeUpStatement({ id: 'f', ...held, ...exactly(40) }),
      madeUpStatement({ id: 'g', ...held, ...exactly(45), period: stated('2024') }),
      madeUpStatement({ id: 'h', ...aid, indicator: 'AID_COLLECTED', ...exactly(50) }),
      madeUpStatement({ id: 'i', ...aid, indicator: 'AID_SENT', ...exactly(49.5) }),
      madeUpStatement({ id: 'j', indicator: 'BRANCH_COUNT', definition: 'IN_OPERATION', subject: network, unit: 'C62', ...exactly(20) }),
      madeUpStatement({
        id: 'k',
        indicator: 'SESSION_COUNT',
        definition: 'HELD_BY_SUBJECT',
        subject: { kind: 'PROGRAM', id: 'p' },
        unit: 'C62',
        ...exactly(52),
      }),
    ],
    actions: [
      madeUpAction('x', 'Добрый день', { kind: 'CAMPAIGN_EDITION', regionKey: 'KZ-75', programId: 'p' }),
      madeUpAction('y', 'Весна', { kind: 'CAMPAIGN_EDITION', regionKey: 'KZ-75' }),
    ],
    organizations: [madeUpOrganization('m', 'Лига'), madeUpOrganization('n', 'Союз', { country: 'RU' })],
    programs: [madeUpProgram('p', 'Добрый день', { rhythm: 'P1W' })],
    jointPrograms: [{ id: 'q', kind: 'ROADMAP', names: ['Дорожная карта'], readings: [] }],
    aidFlows: [],
    regions: knownFacts.regions,
  };
  expect(findContradictions(consistent)).toEqual([]);
});
