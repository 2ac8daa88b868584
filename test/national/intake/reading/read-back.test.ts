import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { SourceOptions } from '../../../../subgraphs/national/intake/reading/source-options.ts';
import { openCsvFile } from '../../../../subgraphs/national/intake/writing/open-csv-file.ts';
import { SourceFault } from '../../../../subgraphs/national/intake/reading/source-fault.ts';
import { temporaryFolder } from '../../../harness/temporary-folder.ts';
import { makeWorkbook, sheetXml } from './make-workbook.ts';
import { readAll } from './read-all.ts';

const folder = await temporaryFolder();
let written = 0;
const nextFile = (ending: string): string => join(folder, `${++written}.${ending}`);

const headers = ['Аты', 'name', 'Часы работы', 'izoh'];
const plainLetters = ['a', 'Z', 'ж', 'Ё', 'ы', '5', ' ', '.', '-', '=', "'", '"', ';', ',', '|', '\t', '\n', '\r\n', '\u00A0'];
/** Letters that not every code page has, and those that are written in two ways. */
const rareLetters = [...plainLetters, 'қ', 'Ұ', 'ʻ', 'ў', 'e\u0301', 'й', '\u{1F33F}', 'ﬁ'];

const tableOf = (letters: readonly string[]) => {
  const cell = fc.string({ unit: fc.constantFrom(...letters), maxLength: 12 });
  // A first cell that always holds a word: blank rows and totals are another test's question.
  return fc.array(fc.tuple(cell, cell, cell), { maxLength: 30 }).map((rows) => rows.map((cells) => ['x', ...cells]));
};
const shown = (text: string): string | null => text.trim().normalize('NFC') || null;
const expectedOf = (rows: readonly string[][]) => rows.map((cells) => cells.map(shown));
const one: SourceOptions = { headerRow: 1, headerRows: 1 };

describe('a table reads back as it was written', () => {
  const form = fc.record({
    encoding: fc.constantFrom('utf-8', 'utf-16le', 'utf-16be', 'windows-1251', 'rk1048', 'cp866', 'koi8-r'),
    hasByteOrderMark: fc.boolean(),
    separator: fc.constantFrom(';', ',', '\t', '|'),
  });
  const tables = form.chain((how) => tableOf(how.encoding.startsWith('utf') ? rareLetters : plainLetters).map((rows) => ({ how, rows })));

  test('in CSV, whatever its encoding and separator', () =>
    fc.assert(
      fc.asyncProperty(tables, async ({ how, rows }) => {
        const isUnicode = how.encoding.startsWith('utf');
        const file = nextFile('csv');
        const csv = await openCsvFile(file, { ...how, hasByteOrderMark: how.hasByteOrderMark && isUnicode });
        await csv.write(headers);
        for (const row of rows) await csv.write(row);
        await csv.close();
        const read = await readAll(file, { ...one, encoding: how.encoding, separator: how.separator });
        expect(read.rows.map(({ cells }) => cells)).toEqual(expectedOf(rows));
      }),
      { numRuns: 300 },
    ));

  test('in XLSX', () =>
    fc.assert(
      fc.asyncProperty(tableOf(rareLetters), async (rows) => {
        const file = nextFile('xlsx');
        // XML knows one line end only.
        const linear = rows.map((cells) => cells.map((cell) => cell.replaceAll('\r\n', '\n')));
        writeFileSync(file, makeWorkbook({ sheets: [{ rows: [headers, ...linear] }] }));
        const read = await readAll(file, one);
        expect(read.rows.map(({ cells }) => cells)).toEqual(expectedOf(linear));
      }),
      { numRuns: 60 },
    ));

  test.each(['json', 'ndjson'])('in %s', (ending) =>
    fc.assert(
      fc.asyncProperty(tableOf(rareLetters), async (rows) => {
        const file = nextFile(ending);
        const objects = [headers, ...rows].map((cells) =>
          JSON.stringify(Object.fromEntries(headers.map((header, index) => [header, cells[index]]))),
        );
        writeFileSync(file, ending === 'json' ? `[${objects.join(',\n')}]` : objects.join('\n'));
        const read = await readAll(file);
        expect(read.rows.slice(1).map(({ cells }) => cells)).toEqual(expectedOf(rows));
      }),
      { numRuns: 60 },
    ),
  );
});

function changed(bytes: Buffer, changes: readonly { at: number; remove: number; insert: Uint8Array }[]): Buffer {
  return changes.reduce((all: Buffer, { at, remove, insert }) => {
    const place = Math.floor(at * all.length);
    return Buffer.concat([all.subarray(0, place), insert, all.subarray(place + remove)]);
  }, bytes);
}

async function readOrRefuse(file: string): Promise<void> {
  try {
    await readAll(file);
  } catch (fault) {
    if (!(fault instanceof SourceFault)) throw fault;
  }
}

describe('bytes that were changed on their way are read or refused, never a crash', () => {
  const rows = Array.from({ length: 40 }, (_, index) => [
    `KZ-${index}`,
    `Өскемен "${index}"\nқала`,
    String(index * 1.5),
    `01.02.20${10 + index}`,
  ]);
  const csv = [headers, ...rows].map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')).join('\r\n');
  const objects = rows.map((cells) => Object.fromEntries(headers.map((header, index) => [header, cells[index]])));
  const valid: Readonly<Record<string, Buffer>> = {
    csv: Buffer.from(csv),
    json: Buffer.from(JSON.stringify({ total: 40, rows: objects })),
    ndjson: Buffer.from(objects.map((object) => JSON.stringify(object)).join('\n')),
    xlsx: makeWorkbook({ sheets: [{ rows: [headers, ...rows], merged: ['A1:A1'] }] }),
  };

  const changes = fc.array(
    fc.record({ at: fc.double({ min: 0, max: 0.999, noNaN: true }), remove: fc.nat(4), insert: fc.uint8Array({ maxLength: 4 }) }),
    { minLength: 1, maxLength: 6 },
  );
  test.each(Object.keys(valid))('in %s', (ending) =>
    fc.assert(
      fc.asyncProperty(changes, async (list) => {
        const file = nextFile(ending);
        writeFileSync(file, changed(valid[ending] ?? Buffer.alloc(0), list));
        await readOrRefuse(file);
      }),
      { numRuns: 120 },
    ),
  );

  test('inside the packing of a workbook', () =>
    fc.assert(
      fc.asyncProperty(
        changes,
        fc.constantFrom('xl/worksheets/sheet1.xml', 'xl/styles.xml', 'xl/workbook.xml', 'xl/sharedStrings.xml'),
        async (list, name) => {
          const file = nextFile('xlsx');
          const sheet = { rows: [headers, ...rows], merged: ['A1:B2'] };
          const parts: Readonly<Record<string, string>> = {
            'xl/worksheets/sheet1.xml': sheetXml(sheet),
            'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>',
            'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="a" r:id="rId1"/></sheets></workbook>',
            'xl/sharedStrings.xml': '<sst><si><t>a</t></si><si><r><t>b</t></r></si></sst>',
          };
          writeFileSync(file, makeWorkbook({ sheets: [sheet], parts: [{ name, data: changed(Buffer.from(parts[name] ?? ''), list) }] }));
          await readOrRefuse(file);
        },
      ),
      { numRuns: 120 },
    ));
});
