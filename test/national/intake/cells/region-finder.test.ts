import { describe, expect, test } from '@jest/globals';
import { CellFault } from '../../../../subgraphs/national/intake/cells/cell-faults.ts';
import { RegionFinder } from '../../../../subgraphs/national/intake/cells/region-finder.ts';
import { parseRegionCode } from '../../../../subgraphs/national/intake/parse-region-code.ts';
import { network as kazakhstan } from '../../../../subgraphs/kazakhstan/network.ts';
import { network as uzbekistan } from '../../../../subgraphs/uzbekistan/network.ts';
import { readCsvFile } from '../../../../subgraphs/storage/read-csv-file.ts';
import type { Network } from '../../../../subgraphs/national/network.ts';
import { fileURLToPath } from 'node:url';

const split = (cell: string | null | undefined): string[] => cell?.split('|') ?? [];

async function finderOf({ dataFolder }: Network): Promise<RegionFinder> {
  const rows = await readCsvFile(fileURLToPath(new URL('regions.csv', dataFolder)), ['id', 'codes']);
  return new RegionFinder(
    rows.map((row) => ({
      id: row['id'] ?? '',
      codes: split(row['codes']).map((code) => parseRegionCode(code)!),
      names: [row['name_ru'], row['name_kk'], row['name_uz'], row['name_en'], ...split(row['aliases'])].filter((name) => name != null),
      validFrom: row['valid_from'] ?? null,
      validTo: row['valid_to'] ?? null,
      replaces: split(row['replaces']),
      replacedBy: split(row['replaced_by']),
    })),
  );
}

const codeOr = (value: string | CellFault): string => (value instanceof CellFault ? value.code : value);

describe('in Kazakhstan', () => {
  test.each([
    ['KZ-75', null, 'kz:region:almaty-city'],
    ['kz-75', null, 'kz:region:almaty-city'],
    ['KZ-ALA', '2024-05-01', 'kz:region:almaty-city'],
    ['350000000', '2024-05-01', 'kz:region:karaganda'],
    ['kz:region:abai', null, 'kz:region:abai'],
    ['Карагандинская область', '2024-05-01', 'kz:region:karaganda'],
    ['КАРАГАНДИНСКАЯ  ОБЛАСТЬ', '2024-05-01', 'kz:region:karaganda'],
    ['Қарағанды облысы', '2024-05-01', 'kz:region:karaganda'],
    ["Qarag'andi viloyati", '2024-05-01', 'kz:region:karaganda'],
    ['Karaganda Region', '2024-05-01', 'kz:region:karaganda'],
    ['?ара?анды облысы', '2024-05-01', 'kz:region:karaganda'],
    ['Карагандинская область', '2021-05-01', 'kz:region:karaganda-before-2022'],
    ['область Абай', '2021-05-01', 'kz:region:east-kazakhstan-before-2022'],
    ['KZ-KAR', '2021-05-01', 'kz:region:karaganda-before-2022'],
    ['KZ-KAR', '2024-05-01', 'REGION_OTHER_TIME'],
    ['Нарния', '2024-05-01', 'REGION_UNKNOWN'],
    ['????', '2024-05-01', 'REGION_UNKNOWN'],
    ['', null, 'REGION_UNKNOWN'],
  ])('"%s" on %s is %s', async (cell, day, region) => expect(codeOr((await finderOf(kazakhstan)).find(cell, day))).toBe(region));
});

test('Uzbek names are found in both scripts and with every apostrophe', async () => {
  const finder = await finderOf(uzbekistan);
  for (const name of ["Farg'ona viloyati", 'Fargʻona viloyati', 'Farg‘ona viloyati', 'Фарғона вилояти', 'Фар?она вилояти']) {
    expect({ name, region: codeOr(finder.find(name, '2024-01-01')) }).toEqual({ name, region: 'uz:region:fergana' });
  }
});

test('a lost letter that fits two regions is not guessed', () => {
  const region = { codes: [], validFrom: null, validTo: null, replaces: [], replacedBy: [] };
  const finder = new RegionFinder([
    { ...region, id: 'a', names: ['Карабак'] },
    { ...region, id: 'b', names: ['Карасак'] },
  ]);
  expect(codeOr(finder.find('Кара?ак', null))).toBe('REGION_AMBIGUOUS');
  expect(codeOr(finder.find('Карабак', null))).toBe('a');
});
