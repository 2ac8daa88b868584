import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { FIRST_INSTANT } from '../conformance/lists.ts';
import { network } from '../conformance/networks/atlantis/network.ts';
import { askLabelled, labelOf, nextRevision, readRevision } from '../harness/read-revision.ts';
import type { HistoryWriter } from '../../subgraphs/national/history/history-writer.ts';
import { publishRows } from '../../subgraphs/national/history/publish-rows.ts';
import { supersedeStatement } from '../../subgraphs/national/history/supersede-statement.ts';
import { withdrawPublication } from '../../subgraphs/national/history/withdraw-publication.ts';
import { attachedTables, publishedTables } from '../../subgraphs/national/publications/published-tables.ts';
import type { PublicationTables } from '../../subgraphs/national/publications/tables.ts';
import type { Database } from '../../subgraphs/storage/open-database.ts';
import { openImport } from './intake/import/open-import.ts';
import { databases, type OpenHistory, openHistory } from './open-history.ts';
import { actionRow, actionsOf, sourceRow, sourcesOf, statementRow, statementsOf } from './published-samples.ts';

/** Tables whose rows no public answer is made of. */
const PRIVATE = [/^record_/, /^import_/, /^quality_/, /^publication_/, /^schema_migration$/, /^data_revision$/];

const markOf = async (database: Database<PublicationTables>): Promise<string> => {
  const { rows } = await sql<{ mark: string }>`select mark from data_revision`.execute(database.read);
  return rows[0]?.mark ?? '';
};
const tablesOf = async ({ kind, read }: Database<PublicationTables>): Promise<string[]> => {
  const query =
    kind === 'sqlite'
      ? sql<{ name: string }>`select name from sqlite_schema where type = 'table'`
      : sql<{ name: string }>`select tablename as name from pg_tables where schemaname = 'public'`;
  return (await query.execute(read)).rows.map(({ name }) => name).filter((name) => !name.startsWith('sqlite_'));
};
const door = (fields: string): string => `{ ${network.subgraph} { ${fields} } }`;

describe.each(databases)('on $name', (kind) => {
  let history: OpenHistory;
  beforeAll(async () => {
    history = await openHistory(kind);
  });

  test('an answer bears the revision that /revision tells, before and after a change', async () => {
    const before = await readRevision(history.url);
    expect(before).toEqual({ status: 200, caching: 'no-store', body: { XA: expect.stringMatching(/^[0-9a-f]{32}\.[0-9a-f]{8}$/) } });
    expect(await labelOf(history.url, door('actions { totalCount }'))).toBe(`XA=${before.body['XA']}`);
    await history.write((writer) => publishRows(writer, sourcesOf(sourceRow('told'))));
    const after = await nextRevision(history.url, before.body);
    expect(await labelOf(history.url, door('actions { totalCount }'))).toBe(`XA=${after['XA']}`);
  });

  test('every way in which publications change makes another revision', async () => {
    const marks = [await markOf(history.database)];
    const ways: Readonly<Record<string, Parameters<OpenHistory['write']>[0]>> = {
      published: (writer) => publishRows(writer, actionsOf('ECOLOGY', actionRow('marked'))),
      again: (writer) => publishRows(writer, actionsOf('ECOLOGY', actionRow('marked'))),
      statement: (writer) => publishRows(writer, statementsOf(statementRow('marked'))),
      superseded: (writer) => supersedeStatement(writer, 'xa:statement:marked', statementRow('marked-better', { value: 8 })),
      withdrawn: (writer) => withdrawPublication(writer, 'xa:action:marked'),
    };
    for (const way of Object.values(ways)) {
      await history.write(way);
      marks.push(await markOf(history.database));
    }
    expect(new Set(marks).size).toBe(1 + Object.keys(ways).length);
  });

  test('work that fails leaves the revision as it was', async () => {
    const before = await markOf(history.database);
    const failing = history.write(async (writer) => {
      await publishRows(writer, actionsOf('ECOLOGY', actionRow('never')));
      throw new Error('in the middle');
    });
    await expect(failing).rejects.toThrow('in the middle');
    expect(await markOf(history.database)).toBe(before);
  });

  test('an import of publications and its undoing make another revision each; a dry run and the same file again make none', async () => {
    const intake = await openImport(kind);
    const mark = async () => String((await intake.rows('select mark from data_revision'))[0]?.['mark']);
    const [header = '', first = ''] = (await readFile(fileURLToPath(new URL('practices.csv', network.dataFolder)), 'utf8'))
      .trim()
      .split('\n');
    const added = [header, first.replace(/^[^,]+/, 'xa:practice:brand-new')];
    const marks = [await mark()];
    await intake.bring('practices', added, { isCommitted: false });
    marks.push(await mark());
    await intake.bring('practices', added);
    marks.push(await mark());
    await intake.bring('practices', added);
    marks.push(await mark());
    await intake.undo(1);
    marks.push(await mark());
    const [start, dry, imported, again, undone] = marks;
    expect([dry, again]).toEqual([start, imported]);
    expect(new Set([start, imported, undone]).size).toBe(3);
    await intake.close();
  });

  test('a hand that changes a row of any public table, past all code, makes another revision', async () => {
    const tables = (await tablesOf(history.database)).filter((table) => !PRIVATE.some((is) => is.test(table)));
    expect(tables.toSorted()).toEqual(
      [...publishedTables.map(({ table }) => table), ...attachedTables.map(({ entity }) => entity.meta.tableName), 'change'].toSorted(),
    );
    for (const table of tables) {
      const before = await markOf(history.database);
      // What the history refuses to change by hand, it tells of in its feed, which renews the mark itself.
      const isGuarded = ['change', 'statement'].includes(table);
      const column = table === 'classification' ? 'code' : table === 'region_code' ? 'value' : 'id';
      const change = isGuarded
        ? history.write((writer) => writer.record('PUBLISHED', 'Statement', [`xa:statement:${table}`]))
        : history.database.write((entityManager) => entityManager.execute(`update ${table} set ${column} = ${column}`));
      await change;
      expect([table, (await markOf(history.database)) === before]).toEqual([table, false]);
    }
  });

  test('what depends on the day, on who asks, or on what cannot be asked bears no revision', async () => {
    const label = (fields: string) => labelOf(history.url, door(fields));
    expect(await label('statements(first: 1) { nodes { id value } }')).not.toBeNull();
    expect(await label('statements(first: 1) { nodes { id citation(language: EN, style: FULL) } }')).toBeNull();
    expect(await label('statements(first: 1) { nodes { id citation(language: EN) } }')).not.toBeNull();
    expect(await label('code quality { checkedAt }')).toBeNull();
    expect(await label('actions(first: 1001) { totalCount }')).toBeNull();
    expect(await labelOf(history.url, '{ nothing }')).toBeNull();
  });

  test('an answer is never older than its label, while others write', async () => {
    // Revision -> number of sources from that commit on.
    const counts = new Map<string, number>();
    const count = async (writer: HistoryWriter) => {
      const { rows } = await sql<{ count: number | string }>`select count(*) as count from change`.execute(writer.tables);
      const { rows: marks } = await sql<{ mark: string }>`select mark from data_revision`.execute(writer.tables);
      counts.set(marks[0]?.mark ?? '', Number(rows[0]?.count));
    };
    await history.write(count);
    const writing = new AbortController();
    const answers: { label: string; shown: number }[] = [];
    const reader = async () => {
      while (!writing.signal.aborted) {
        const { data, label } = await askLabelled(history.url, door(`changes(since: "${FIRST_INSTANT}", first: 1) { totalCount }`));
        answers.push({ label: label ?? '', shown: data[network.subgraph].changes.totalCount });
      }
    };
    const readers = [reader(), reader()];
    for (let number = 0; number < 40; number += 1) {
      await history.write(async (writer) => {
        await publishRows(writer, sourcesOf(sourceRow(`raced-${number}`)));
        await count(writer);
      });
    }
    writing.abort();
    await Promise.all(readers);
    const late = answers.filter(({ label, shown }) => {
      const known = counts.get(/^XA=([0-9a-f]{32})\./.exec(label)?.[1] ?? '');
      return known === undefined || shown < known;
    });
    expect(answers.length).toBeGreaterThan(10);
    expect(late).toEqual([]);
  });

  test('a restored backup has the revision that it had, and what is written to it afterwards has one that was never told', async () => {
    const mark = () => markOf(history.database);
    const write = (local: string) => history.write((writer) => publishRows(writer, sourcesOf(sourceRow(local))));
    const saved = await mark();

    await write('lost-one');
    await write('lost-two');
    const told = [await mark()];
    // What a restore does, by whatever tool: rows and mark are those of the backup again.
    await history.database.write(async (entityManager) => {
      await entityManager.execute('update data_revision set mark = ?', [saved]);
    });
    expect(await mark()).toBe(saved);
    await write('found-one');
    await write('found-two');
    expect([saved, ...told]).not.toContain(await mark());
  });

  test('while the revision cannot be read, /revision says so and answers bear none', async () => {
    const broken = await openHistory(kind);
    const { body } = await readRevision(broken.url);
    await broken.database.write((entityManager) => entityManager.execute('alter table data_revision rename to mislaid'));
    await nextRevision(broken.url, body);
    expect(await readRevision(broken.url)).toEqual({
      status: 503,
      caching: 'no-store',
      body: {
        errors: [expect.objectContaining({ extensions: expect.objectContaining({ code: 'SERVICE_UNAVAILABLE', retryable: true }) })],
      },
    });
    expect(await askLabelled(broken.url, door('code'))).toEqual({ label: null, data: { [network.subgraph]: { code: 'XA' } } });
    await broken.database.write((entityManager) => entityManager.execute('alter table mislaid rename to data_revision'));
    expect((await readRevision(broken.url)).body).toEqual(body);
  });
});
