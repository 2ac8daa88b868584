import { expect, test } from '@jest/globals';
import { readGuide } from './read-guide.ts';
import { isAsShown } from './shown-output.ts';

const fence = (language: string, text: string): string => `\`\`\`${language}\n${text}\n\`\`\``;

test('commands, what they print, files and Ctrl-C are read in the order of the page', () => {
  const page = [
    fence('sh', 'a'),
    '',
    fence('', 'shown'),
    '<!-- guide: exit 2 -->',
    fence('sh', 'b'),
    'Words part a block from what it would print.',
    fence('', 'not shown'),
    '<!-- guide: file x/y.csv -->',
    fence('csv', '1,2'),
    '<!-- guide: keeps running -->',
    fence('sh', 'c'),
    '<!-- guide: Ctrl-C -->',
    '<!-- guide: not run: needs a network -->',
    fence('sh', 'd'),
    fence('yaml', 'e: 1'),
  ].join('\n');
  expect(readGuide(page)).toEqual([
    { kind: 'run', line: 1, commands: 'a\n', shown: 'shown\n', exitCode: 0, isKeptRunning: false },
    { kind: 'run', line: 9, commands: 'b\n', shown: null, exitCode: 2, isKeptRunning: false },
    { kind: 'file', line: 17, path: 'x/y.csv', text: '1,2\n' },
    { kind: 'run', line: 21, commands: 'c\n', shown: null, exitCode: 0, isKeptRunning: true },
    { kind: 'stop', line: 24 },
  ]);
});

test.each([
  ['a comment that says nothing known', '<!-- guide: skip -->'],
  ['a block that does not end', '```sh\na'],
])('%s is refused with its line', (_, page) => expect(() => readGuide(page)).toThrow(/^line 1: /));

test.each([
  ['the lines among others', 'before\na\nb\nafter\n', 'a\nb\n', true],
  ['a line that differs', 'a\nc\n', 'a\nb\n', false],
  ['a part of a line', 'xa\n', 'a\n', false],
  ['lines with others between', 'a\nx\nb\n', 'a\nb\n', false],
  ['anything within a line', 'took 12 ms, 3 rows\n', 'took … ms, 3 rows\n', true],
  ['the rest of such a line', 'took 12 ms, 4 rows\n', 'took … ms, 3 rows\n', false],
  ['any lines between', 'a\nx\ny\nb\n', 'a\n…\nb\n', true],
  ['an order', 'b\na\n', 'a\n…\nb\n', false],
  ['signs that patterns use', 'a.b (c)\n', 'a.b (c)\n', true],
  ['data however it is wrapped', '{"a":[1,2]}', '{\n  "a": [1, 2]\n}\n', true],
  ['data that differs', '{"a":[1,3]}', '{ "a": [1, 2] }\n', false],
])('of what is shown, %s', (_, printed, shown, expected) => expect(isAsShown(printed, shown)).toBe(expected));
