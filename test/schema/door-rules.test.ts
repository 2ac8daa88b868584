import { expect, test } from '@jest/globals';
import { doorRules } from '../../subgraphs/federation/checks/door-rules.ts';
import { readDoor } from '../../subgraphs/federation/read-door.ts';
import { doorText } from './door-text.ts';

const before = readDoor(doorText());
const messagesOf = (sdl: string): string[] => doorRules(sdl, before).map(({ where, message }) => `${where}: ${message}`);

test('the same door breaks no rule', () => expect(messagesOf(doorText())).toEqual([]));

test.each([
  ['no tag', doorText().replace(' @tag(name: "country/KZ")', ''), /no object type is tagged/],
  ['a malformed tag', doorText().replace('country/KZ', 'country/kaz'), /a door's tag reads country\/KZ/],
  ['no key', doorText().replace(' @key(fields: "code")', ''), /needs @key\(fields: "code"\)/],
  ['no root field', doorText().replace('kazakhstan: KazakhstanNetwork', 'kazakhstan: String'), /exactly one root field, found 0/],
  ['another country', doorText().replace('country/KZ', 'country/KG'), /the country was KZ and is KG/],
  ['another root field', doorText().replace('kazakhstan: ', 'qazaqstan: '), /the root field was kazakhstan and is qazaqstan/],
  ['another type', doorText().replaceAll('KazakhstanNetwork', 'QazaqNetwork'), /the door's type was KazakhstanNetwork and is QazaqNetwork/],
  ['no interface', doorText().replace(' implements NationalNetwork', ''), /does not implement NationalNetwork/],
  ['no GraphQL', 'type {', /Syntax Error/],
])('%s is found', (_, sdl, message) => expect(messagesOf(sdl).join('\n')).toMatch(message));
