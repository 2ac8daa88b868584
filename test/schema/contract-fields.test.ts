import { expect, test } from '@jest/globals';
import { contractFields } from '../../subgraphs/federation/checks/contract-fields.ts';
import { doorText } from './door-text.ts';

const value = 'type Region { id: ID! iso(day: String): String } enum Level { NATIONAL }';
const own = (rest: string): string => doorText({ rest });
const other = (rest: string): string => own(rest).replaceAll('Kazakhstan', 'Russia').replace('kazakhstan:', 'russia:').replace('KZ', 'RU');
const missing = (rest: string, others: string[]): string[] => contractFields(own(rest), others, () => []).map(({ where }) => where);

test.each([
  ['nothing, when all are there', value, []],
  ['a field', value.replace('iso(day: String): String', ''), ['Region.iso']],
  ['an argument', value.replace('(day: String)', ''), ['Region.iso(day:)']],
  ['a type, once', 'enum Level { NATIONAL }', ['Region']],
  ['an enum value', value.replace('NATIONAL', 'LOCAL'), ['Level.NATIONAL']],
])('what the other countries have and this one lacks: %s', (_, rest, places) => expect(missing(rest, [other(value)])).toEqual(places));

test('what only some of the others have is theirs', () => expect(missing('', [other(value), other('')])).toEqual([]));

test("the other country's door is not missed", () => expect(missing(value, [other(value)])).toEqual([]));
