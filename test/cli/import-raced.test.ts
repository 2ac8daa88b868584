import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { whenFileEnds } from '../harness/cleanup.ts';
import { dropDatabases } from '../harness/databases.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { databases } from '../national/open-history.ts';
import { runBirge } from './run-birge.ts';

// Two stewards who import at once, as two processes.

const ROUNDS = 3;
const ROWS = 6_000;
const MAPPING = 'version: 1\nkind: persons\ncolumns: { key: sourceKey, joined: joinedOn }\n';
/** Exit code for what the machine, or somebody at it, does not allow now. */
const MACHINE = 5;

interface Told {
  readonly importId: number | null;
  readonly counts: Readonly<Record<string, number>>;
}

describe.each(databases)('on $name', (kind) => {
  test('of two importers at once, one brings its whole file in and the other is told who is at work, or comes wholly after it', async () => {
    const folder = await temporaryFolder();
    const url = await kind.newUrl();
    if (url !== undefined) whenFileEnds(dropDatabases);
    const env: Record<string, string> = url === undefined ? {} : { DATABASE_URL: url };
    await writeFile(join(folder, 'persons.yaml'), MAPPING);
    const bring = async (steward: string, round: number) => {
      const file = join(folder, `${steward}-${round}.csv`);
      const lines = Array.from(
        { length: ROWS },
        (_, index) => `P${index},20${String(round * 2 + (steward === 'one' ? 1 : 2)).padStart(2, '0')}-01-01`,
      );
      await writeFile(file, ['key,joined', ...lines].join('\n'));
      const place = ['--network', 'kz', '--data', folder, '--mapping', join(folder, 'persons.yaml')];
      const { code, out } = await runBirge(['import', file, '--as', 'persons', ...place, '--commit', '--json'], env);
      return { code, out, told: code === 0 ? (JSON.parse(out) as { result: Told }).result : null };
    };
    // Makes the database: what two do at once there is not what is asked here.
    expect((await bring('one', 0)).code).toBe(0);
    let locked = 0;
    for (let round = 1; round <= ROUNDS; round += 1) {
      const both = await Promise.all([bring('one', round), bring('other', round)]);
      const done = both.flatMap(({ told }) => (told === null ? [] : [told]));
      const refused = both.filter(({ told }) => told === null);
      expect(done.length).toBeGreaterThan(0);
      for (const { code, out } of refused)
        expect({ code, out }).toEqual({ code: MACHINE, out: expect.stringContaining('"IMPORT_LOCKED"') });
      // Each found the whole file of whoever was before it: every row changes, and none is half of one file and half of another.
      for (const { counts } of done) expect(counts).toMatchObject({ read: ROWS, changed: ROWS, new: 0, unchanged: 0 });
      expect(new Set(done.map(({ importId }) => importId)).size).toBe(done.length);
      locked += refused.length;
    }
    // Rounds in which nobody met would show nothing.
    expect(locked).toBeGreaterThan(0);
  }, 300_000);
});
