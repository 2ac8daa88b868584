import type { OddFile } from './odd-file.ts';

const json = (
  title: string,
  content: string,
  expected: readonly string[],
  options?: OddFile['options'],
  name = 'export.json',
): OddFile => ({
  title,
  name,
  bytes: Buffer.from(content),
  expected,
  ...(options === undefined ? {} : { options }),
});
const lines = (title: string, content: string, expected: readonly string[]): OddFile =>
  json(title, content, expected, undefined, 'export.ndjson');

const HEADER = 'headers region | hours';

export const oddJson: readonly OddFile[] = [
  json('an array of objects', '[{"region":"KZ-75","hours":4},{"hours":5.50,"region":"KZ-71"}]', [HEADER, '1: KZ-75 | 4', '2: KZ-71 | 5.5']),
  json('a name that only a late object has', '[{"region":"KZ-75"},{"region":"KZ-71","hours":5}]', [HEADER, '1: KZ-75 | -', '2: KZ-71 | 5']),
  json('an object around the array', '{"page":{"size":2,"tags":["a"]},"data":[{"region":"KZ-75","hours":4}],"next":[{"x":1}]}', [
    HEADER,
    '1: KZ-75 | 4',
  ]),
  json('an array that is named', '{"a":[{"x":1}],"b":{"rows":[{"region":"KZ-75","hours":4}]}}', [HEADER, '1: KZ-75 | 4'], {
    recordsAt: 'rows',
  }),
  json('a named array that is not there', '{"a":[{"x":1}]}', ['FAULT JSON_NO_RECORDS'], { recordsAt: 'rows' }),
  json('no array', '{"region":"KZ-75"}', ['FAULT JSON_NO_RECORDS']),
  json('an empty array', '[]', ['FAULT JSON_NO_RECORDS']),
  json('cut off', '[{"region":"KZ-75","hours":4},{"region":"KZ', ['FAULT JSON_INVALID row 2']),
  json('a comma too many', '[{"region":"KZ-75","hours":4},]', ['FAULT JSON_INVALID row 1']),
  json('text behind the end', '[{"region":"KZ-75"}] and more', ['FAULT JSON_INVALID row 1']),
  json('broken far behind the beginning', `[${'{"region":"KZ-75"},'.repeat(40_000)}{"region":}]`, ['FAULT JSON_INVALID row 40000']),
  json('not JSON under its name', 'region;hours\nKZ-75;4\n', ['FAULT JSON_INVALID row 1']),
  json('a value that is an object', '[{"region":"KZ-75","hours":{"plan":5}},{"region":"KZ-71","hours":5}]', [
    HEADER,
    '1: KZ-75 | -',
    '1: JSON_NESTED B',
    '2: KZ-71 | 5',
  ]),
  json('lists of text and of objects', '[{"a":["x","y"],"b":[]},{"a":[{"x":1}],"b":["p|q"]}]', [
    'headers a | b',
    '1: x|y | -',
    '2: - | -',
    '2: JSON_NESTED A',
    '2: JSON_NESTED B',
  ]),
  json('a name twice in one object', '[{"region":"KZ-75","region":"KZ-71"}]', ['headers region', '1: KZ-75', '1: JSON_KEY_REPEATED A']),
  json('records that are none', '[{"region":"KZ-75"},7,["x"],null]', [
    'headers region',
    '1: KZ-75',
    ...[2, 3, 4].flatMap((row) => [`${row}: -`, `${row}: JSON_NOT_AN_OBJECT`]),
  ]),
  json('numbers no JavaScript number holds', '[{"id":12345678901234567890,"small":1e-7,"yes":true}]', [
    'headers id | small | yes',
    '1: 12345678901234567890 | 0.0000001 | true',
  ]),
  json('a name without letters', '[{"":1}]', ['FAULT HEADER_EMPTY row 1']),
  json('a NUL character, escaped', '[{"region":"a\\u0000b"}]', ['headers region', '1: a\uFFFDb', '1: NUL_CHARACTER A']),
  json(
    'half a character, escaped',
    '[{"region":"\\ud800x"},{"region":"\\udc00x"},{"region":["\\ud83d","\\ude00"]},{"region":"\\ud83d\\ude00"}]',
    [
      'headers region',
      '1: \uFFFDx',
      '1: ENCODING_BROKEN A',
      '2: \uFFFDx',
      '2: ENCODING_BROKEN A',
      '3: \uFFFD|\uFFFD',
      '3: ENCODING_BROKEN A',
      '4: \u{1F600}',
    ],
  ),
  lines('half a character on a line', '{"region":"KZ-75"}\n{"region":"a\\uD83D"}\n', [
    'headers region',
    '1: KZ-75',
    '2: a\uFFFD',
    '2: ENCODING_BROKEN A',
  ]),
  lines('one object a line', '{"region":"KZ-75","hours":4}\n{"region":"KZ-71","hours":5}', [HEADER, '1: KZ-75 | 4', '2: KZ-71 | 5']),
  lines('a blank line', '{"region":"KZ-75"}\r\n\r\n{"region":"KZ-71"}\r\n', ['headers region', '1: KZ-75', '3: KZ-71', '! 2 BLANK_ROWS']),
  lines('a line that is cut off', '{"region":"KZ-75"}\n{"region":"KZ\n{"region":"KZ-71"}\n', [
    'headers region',
    '1: KZ-75',
    '2: -',
    '2: JSON_INVALID',
    '3: KZ-71',
  ]),
  lines('two objects on a line', '{"region":"KZ-75"}\n{"region":"a"}{"region":"b"}\n', [
    'headers region',
    '1: KZ-75',
    '2: -',
    '2: JSON_INVALID',
  ]),
  lines('a line that is a list', '{"region":"KZ-75"}\n["x"]\n', ['headers region', '1: KZ-75', '2: -', '2: JSON_NOT_AN_OBJECT']),
  json(
    'one object a line, under another name',
    '{"region":"KZ-75"}\n{"region":"KZ-71"}\n',
    ['headers region', '1: KZ-75', '2: KZ-71'],
    undefined,
    'export.txt',
  ),
];
