import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mappingHash } from '../../../../subgraphs/national/intake/import/mapping-hash.ts';
import { databases } from '../../open-history.ts';
import { makeWorkbook } from '../reading/make-workbook.ts';
import { type OpenImport, openImport } from './open-import.ts';

/** `Қ1` in rk1048; windows-1251 reads the same byte as `Ќ`. */
const KAZAKH = Buffer.from([...Buffer.from('sourceKey\n'), 0x8d, 0x31, 0x0a]);

describe.each(databases)('on $name', (kind) => {
  let network: OpenImport;
  beforeEach(async () => {
    network = await openImport(kind);
  });
  afterEach(() => network.close());
  const keys = async () => (await network.rows('select source_key from record_person')).map((row) => row['source_key']);

  test('the same bytes in another encoding are another file', async () => {
    await network.bring('persons', KAZAKH, { options: { encoding: 'windows-1251' } });
    expect(await keys()).toEqual(['Ќ1']);
    const options = { encoding: 'rk1048' };
    expect(await network.bring('persons', KAZAKH, { options, mayDrop: true })).toMatchObject({
      sameAs: null,
      counts: { new: 1, removed: 1 },
    });
    expect(await keys()).toEqual(['Қ1']);
    expect(await network.bring('persons', KAZAKH, { options })).toMatchObject({ sameAs: 2, counts: { unchanged: 1 } });
  });

  test('another sheet of a workbook is another file', async () => {
    const workbook = makeWorkbook({
      sheets: [
        { name: 'North', rows: [['sourceKey'], ['N1']] },
        { name: 'South', rows: [['sourceKey'], ['S1']] },
      ],
    });
    await network.bring('persons', workbook);
    const south = network.bring('persons', workbook, { options: { sheet: 'South' }, mayDrop: true });
    expect(await south).toMatchObject({ sameAs: null, sheet: 'South', counts: { new: 1, removed: 1 } });
    expect(await keys()).toEqual(['S1']);
  });
});

test('the hash of a mapping without options is that of its text, and the order of options makes no other', () => {
  const mappingText = 'version: 1';
  expect(mappingHash({ mappingText, options: {} })).toBe(createHash('sha256').update(mappingText).digest('hex'));
  const hash = mappingHash({ mappingText, options: { sheet: 'South', headerRow: 2 } });
  expect(hash).toBe(mappingHash({ mappingText, options: { headerRow: 2, sheet: 'South' } }));
  expect(hash).not.toBe(mappingHash({ mappingText, options: { headerRow: 3, sheet: 'South' } }));
});
