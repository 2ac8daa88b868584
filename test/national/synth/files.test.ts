import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import iconv from 'iconv-lite';
import { openSourceTable } from '../../../subgraphs/national/intake/reading/open-source-table.ts';
import { writeSyntheticFiles } from '../../../subgraphs/national/synth/write-synthetic-files.ts';
import { temporaryFolder } from '../../harness/temporary-folder.ts';
import { networks, period } from './made-world.ts';

async function write(network: (typeof networks)[number][1], seed = 1, persons = 300) {
  return writeSyntheticFiles(network, { folder: await temporaryFolder(), persons, seed, ...period });
}

const hashes = (files: Awaited<ReturnType<typeof write>>): string[] => files.map(({ sha256 }) => sha256);

/** What each network's registry exports, said once more: a change of synth.yaml that changes it must be meant. */
const shapes = {
  kz: { encoding: 'rk1048', separator: ';', hasByteOrderMark: false },
  ru: { encoding: 'windows-1251', separator: ';', hasByteOrderMark: false },
  uz: { encoding: 'utf-8', separator: ',', hasByteOrderMark: false },
};

describe.each(networks)('%s', (code, network) => {
  test('one seed gives the same bytes at every run, another seed others', async () => {
    const [first, again, other] = [await write(network), await write(network), await write(network, 2)];
    expect(hashes(again)).toEqual(hashes(first));
    expect(hashes(other).filter((hash) => hashes(first).includes(hash))).toEqual([]);
  });

  test('the files come in the order of import, say in their names and words that they are made up, and are read as what they are', async () => {
    const files = await write(network);
    expect(files.map(({ kind }) => kind)).toEqual([
      'persons',
      'consents',
      'memberships',
      'participations',
      'trainings',
      'help-requests',
      'search-cases',
      'donations',
    ]);
    for (const { file, kind, rows } of files) {
      expect(file).toContain(`${code}-${kind}-synthetic.csv`);
      const table = await openSourceTable(file);
      if (kind === 'persons' || kind === 'participations') expect(table).toMatchObject(shapes[code]);
      let read = 0;
      for await (const batch of table.rows()) {
        expect(batch.flatMap(({ faults = [] }) => faults)).toEqual([]);
        read += batch.length;
      }
      expect({ kind, read }).toEqual({ kind, read: rows });
    }
  });
});

test('Russian registries have Russian headers, decimal commas, days first, a title above and a total below', async () => {
  const file = (await write(networks[1][1])).find(({ kind }) => kind === 'participations')?.file ?? '';
  const lines = iconv.decode(readFileSync(file), 'win1251').split('\r\n');
  expect(lines[0]).toMatch(/^"?СИНТЕТИЧЕСКИЕ ДАННЫЕ: людей за ними нет"?;+$/);
  expect(lines[1]).toBe('Номер записи;Код волонтёра;Код мероприятия;Роль;Дата;Часы;Кем подтверждено');
  expect(lines[2]).toMatch(/^SYN-W-\d{7}-\d+;SYN-P-\d{7};;[а-яё ]+;\d\d\.\d\d\.202[45];\d+(,\d+)?;[а-яё ]*$/);
  expect(lines.some((line) => /;\d+,5;/.test(line))).toBe(true);
  expect(lines.at(-2)).toMatch(/^Итого: \d+;;;;;\d+(,\d+)?;$/);
});

test('Kazakh registries have two rows of headers in KZ-1048', async () => {
  const file = (await write(networks[0][1])).find(({ kind }) => kind === 'participations')?.file ?? '';
  const lines = iconv.decode(readFileSync(file), 'rk1048').split('\r\n');
  expect(lines.slice(1, 3)).toEqual(['Жазба нөмірі;Ерікті;;Іс-шара;;;Растаған', ';Коды;Рөлі;Коды;Күні;Сағат;']);
  expect((await openSourceTable(file)).headers).toContain('Іс-шара / Сағат');
});

test('Uzbek registries have hours as 2:30 and apostrophes of every kind', async () => {
  const files = await write(networks[2][1], 1, 600);
  const text = ['persons', 'participations']
    .map((kind) => readFileSync(files.find((file) => file.kind === kind)?.file ?? '', 'utf8'))
    .join('');
  expect(text).toMatch(/,\d+:\d\d,/);
  for (const apostrophe of ['ʻ', '’', "'", '‘', '`', 'ʼ']) expect(text).toContain(apostrophe);
});

test('memory does not grow with the registry', async () => {
  const folder = await temporaryFolder();
  const heapAfter = async (persons: number): Promise<number> => {
    let most = 0;
    const timer = setInterval(() => (most = Math.max(most, process.memoryUsage().arrayBuffers)), 5);
    await writeSyntheticFiles(networks[1][1], { folder: join(folder, String(persons)), persons, seed: 1, ...period });
    clearInterval(timer);
    return most;
  };
  const small = await heapAfter(2_000);
  expect(await heapAfter(20_000)).toBeLessThan(small + 20_000_000);
});
