import { describe, expect, test } from '@jest/globals';
import type { ActionFacts } from '../../../subgraphs/hub/merge/action-facts.ts';
import type { OrganizationFacts } from '../../../subgraphs/hub/merge/organization-facts.ts';
import { madeUpAction, madeUpOrganization, madeUpProgram, stated } from './made-up-facts.ts';
import { findIn, rulesOf } from './rules-over.ts';

const editionOf = (programId: string | null) => ({
  programs: [madeUpProgram('p', 'Будь здоров!')],
  actions: [madeUpAction('a', 'Будь здоров!', { programId })],
});

const pair = (a: string, b: string, given: Partial<OrganizationFacts> = {}) =>
  findIn({ organizations: [madeUpOrganization('kz:organization:a', a, given), madeUpOrganization('ru:organization:b', b)] });

describe('SAME_NAME_OTHER_ROW', () => {
  test.each([
    ['ё and е, case, quotation marks', 'Медицинская молодёжь', '«медицинская Молодежь»'],
    ['a legal form', 'РОО «Молодёжь»', 'Молодёжь'],
    ['a legal form behind', 'Жастар қоғамдық қоры', '«Жастар»'],
    ['a country in the genitive', 'Лига волонтеров Казахстана', 'Лига волонтеров'],
    ['a country in Uzbek', 'Oʻzbekiston koʻngillilari', "ko'ngillilari"],
    ['a city', 'Клуб добряков Алматы', 'Клуб добряков'],
    ['a city with its kind', 'Клуб добряков города Алматы', 'Клуб добряков г. Алматы'],
  ])('one name but for %s', (_, a, b) => {
    expect(pair(a, b)).toMatchObject([{ rule: 'SAME_NAME_OTHER_ROW', kind: 'NAME', certainty: 'STATED' }]);
  });

  test.each([
    ['another name', 'Лига волонтёров', 'Союз волонтёров'],
    ['two places tell them apart', 'Лига волонтеров Казахстана', 'Лига волонтеров Узбекистана'],
    ['people of a country are not the country', 'Лига россиян', 'Лига'],
    ['nothing but form and place', 'Казахстан', 'Россия'],
  ])('silent: %s', (_, a, b) => expect(pair(a, b)).toEqual([]));

  test('what is declared is inferred and told once, even when both declare it and the names are one', () => {
    const found = findIn({
      organizations: [
        madeUpOrganization('a', 'Лига', { possiblySameAs: ['b'] }),
        madeUpOrganization('b', 'Лига', { possiblySameAs: ['a', 'somewhere-else'] }),
      ],
    });
    expect(found).toMatchObject([{ certainty: 'INFERRED', a: [{ id: 'a' }], b: [{ id: 'b' }] }]);
  });

  test('silent: the owner confirms that the two are one', () => {
    expect(pair('Лига', 'Лига', { sameAs: ['ru:organization:b'] })).toEqual([]);
  });

  test('an alias is a name as well', () => {
    expect(rulesOf(pair('Лига', 'Союз', { aliases: ['Союз'] }))).toEqual(['SAME_NAME_OTHER_ROW']);
  });

  test('an action may carry the name of its own program, and not of another', () => {
    expect(rulesOf(findIn(editionOf('p')))).toEqual([]);
    expect(rulesOf(findIn(editionOf('q')))).toEqual(['SAME_NAME_OTHER_ROW']);
  });

  test('a description is no name', () => {
    const known = {
      actions: [madeUpAction('a', 'сдача крови', { hasProperName: false }), madeUpAction('b', 'сдача крови', { hasProperName: false })],
    };
    expect(rulesOf(findIn(known))).toEqual([]);
  });

  test('one tag on rows of different kinds is one finding', () => {
    const tagged = {
      programs: [madeUpProgram('p', '#ВМЕСТЕ')],
      actions: [madeUpAction('a', 'Форум #вместе'), madeUpAction('b', 'Слёт #Вместе', { kind: 'MEETING' })],
    };
    expect(findIn(tagged)).toMatchObject([{ a: [{ id: 'p' }], b: [{ id: 'a' }, { id: 'b' }], certainty: 'STATED' }]);
    expect(rulesOf(findIn({ actions: [madeUpAction('a', 'Форум #вместе'), madeUpAction('b', 'Слёт #вместе')] }))).toEqual([]);
    expect(
      rulesOf(findIn({ programs: [madeUpProgram('p', '#ВМЕСТЕ')], actions: [madeUpAction('a', 'Форум #вместе', { programId: 'p' })] })),
    ).toEqual([]);
  });
});

const drive = madeUpAction('a', 'сдача крови', {
  hasProperName: false,
  kind: 'BLOOD_DRIVE',
  regionKey: 'KZ-75',
  period: stated('2023-03'),
});
const named: ActionFacts = { ...drive, id: 'b', name: 'Донор', hasProperName: true };
const two = (given: Partial<ActionFacts>) => findIn({ actions: [drive, { ...named, ...given }] });
const both = (given: Partial<ActionFacts>) =>
  findIn({
    actions: [
      { ...drive, ...given },
      { ...named, ...given },
    ],
  });

describe('ACTION_TWICE', () => {
  test('one with a name and one without', () => {
    expect(two({})).toMatchObject([{ rule: 'ACTION_TWICE', kind: 'DUPLICATE', certainty: 'STATED', explainedBy: [] }]);
    expect(two({ period: null })).toMatchObject([{ certainty: 'INFERRED', explainedBy: ['PERIOD'] }]);
  });

  test.each<[string, Partial<ActionFacts>]>([
    ['neither has a name', { hasProperName: false }],
    ['nobody said whether it is a name', { hasProperName: null }],
    ['another kind', { kind: 'FORUM' }],
    ['another region', { regionKey: 'KZ-71' }],
    ['another time', { period: stated('2023-04') }],
  ])('silent: %s', (_, given) => expect(two(given)).toEqual([]));

  test('silent: a kind that the list does not know, and an unknown region', () => {
    expect([both({ kind: 'OTHER' }), both({ regionKey: null })]).toEqual([[], []]);
  });
});
