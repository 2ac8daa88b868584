import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { databases } from '../../open-history.ts';
import { type OpenImport, openImport } from './open-import.ts';

const PERSONS = ['sourceKey,sex', 'P1,F'];
const WRONG = ['sourceKey,sex', 'P1,X'];

describe.each(databases)('on $name', (kind) => {
  let network: OpenImport;
  beforeEach(async () => {
    network = await openImport(kind);
    await network.bring('persons', PERSONS);
  });
  afterEach(() => network.close());

  /** The database refuses every new row of a table, as it would on a full disk. */
  const shut = async (table: string): Promise<void> => {
    if (kind.name === 'SQLite') {
      await network.rows(`create trigger ${table}_is_shut before insert on ${table} begin select raise(abort, '${table} is shut'); end`);
      return;
    }
    await network.rows(`create function ${table}_is_shut() returns trigger language plpgsql as $$
      begin raise exception '${table} is shut'; end $$`);
    await network.rows(`create trigger ${table}_is_shut before insert on ${table} for each row execute function ${table}_is_shut()`);
  };

  test.each(['import_journal', 'quality_check'])('a refusal that cannot be remembered in %s is told all the same', async (table) => {
    await shut(table);
    const refused = network.bring('persons', WRONG);
    await expect(refused).rejects.toMatchObject({
      code: 'ROWS_REJECTED',
      report: { counts: { rejected: 1 }, faults: [{ row: 2, rule: 'WORD_UNKNOWN' }] },
      message: expect.stringMatching(new RegExp(`^1 of 1 rows are wrong.*\\. The journal does not tell of this: .*${table} is shut`)),
    });
    expect(await network.journal()).toHaveLength(1);
  });
});

test('a locked database does not stand before the refusal', async () => {
  const network = await openImport(databases[0]!);
  await network.bring('persons', PERSONS);
  const other = new DatabaseSync(join(network.folder, 'atlantis.sqlite'));
  const progress = (step: string): void => {
    if (step === 'telling') other.exec('begin immediate');
  };
  await expect(network.bring('persons', WRONG, { progress })).rejects.toMatchObject({
    code: 'ROWS_REJECTED',
    message: expect.stringContaining('database is locked'),
  });
  other.close();
  await network.close();
}, 60_000);
