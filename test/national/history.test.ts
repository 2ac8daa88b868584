import { beforeAll, describe, expect, test } from '@jest/globals';
import { publishRows } from '../../subgraphs/national/history/publish-rows.ts';
import { supersedeStatement } from '../../subgraphs/national/history/supersede-statement.ts';
import { withdrawPublication } from '../../subgraphs/national/history/withdraw-publication.ts';
import { currentIds, Follower, readChanges } from './follow-changes.ts';
import { databases, type OpenHistory, openHistory } from './open-history.ts';
import { actionRow, actionsOf, sourceRow, sourcesOf, statementRow, statementsOf } from './published-samples.ts';

describe.each(databases)('on $name', (kind) => {
  let history: OpenHistory;
  beforeAll(async () => {
    history = await openHistory(kind);
  });
  const idsAsOf = async (asOf: string | null) => {
    const { statements } = await history.inside(
      `statements(first: 1000${asOf === null ? '' : `, asOf: "${asOf}"`}) { totalCount nodes { id } }`,
    );
    const ids: string[] = statements.nodes.map(({ id }: { id: string }) => id);
    expect(statements.totalCount).toBe(ids.length);
    return ids;
  };
  const feedEnd = async (count: number) => {
    const follower = new Follower(history);
    await follower.catchUp();
    return follower.seen.slice(-count);
  };

  const refusal = (work: Parameters<OpenHistory['write']>[0]) =>
    history.write(work).then(
      () => 'taken',
      (error: { refusal?: string }) => error.refusal,
    );

  test('after a load, the feed gives exactly what is published', async () => {
    const follower = new Follower(history);
    expect(await follower.catchUp(3)).toEqual(await currentIds(history));
    expect(new Set(follower.seen.map(({ type }) => type))).toEqual(
      new Set(['Source', 'Region', 'Organization', 'Unit', 'Program', 'Action', 'Statement', 'AidFlow', 'Commitment', 'Practice']),
    );
  });

  test('a correction takes the place of what it corrects from its own day on', async () => {
    const [old, mended] = ['xa:statement:first-count', 'xa:statement:first-count-mended'];
    await history.write((writer) => publishRows(writer, statementsOf(statementRow('first-count', { knownFrom: '2024-03-01' }))));
    await history.write((writer) =>
      supersedeStatement(writer, old, statementRow('first-count-mended', { knownFrom: '2024-09-01', value: 8 })),
    );
    const shown = async (asOf: string | null) => (await idsAsOf(asOf)).filter((id) => id === old || id === mended);
    expect(await shown(null)).toEqual([mended]);
    expect(await shown('2024-02-29')).toEqual([]);
    expect(await shown('2024-03-01')).toEqual([old]);
    expect(await shown('2024-08-31')).toEqual([old]);
    expect(await shown('2024-09-01')).toEqual([mended]);
    const fields = '{ nodes { id value supersedes supersededBy levels } }';
    const { before, after } = await history.inside(
      `before: statements(asOf: "2024-08-31", filter: { levels: [NATIONAL], ids: ["${old}", "${mended}"] }) ${fields} after: statements(filter: { levels: [NATIONAL], ids: ["${old}", "${mended}"] }) ${fields}`,
    );
    expect([...before.nodes, ...after.nodes]).toEqual([
      { id: old, value: 7, supersedes: null, supersededBy: mended, levels: ['NATIONAL'] },
      { id: mended, value: 8, supersedes: old, supersededBy: null, levels: ['NATIONAL'] },
    ]);
    expect(await feedEnd(3)).toMatchObject([
      { op: 'UPSERT', type: 'Statement', entity: old },
      { op: 'DELETE', type: 'Statement', entity: old },
      { op: 'UPSERT', type: 'Statement', entity: mended },
    ]);
  });

  test('a correction that can be known no later than what it corrects leaves it no day', async () => {
    await history.write((writer) => publishRows(writer, statementsOf(statementRow('misread', { knownFrom: '2023-01-01' }))));
    await history.write((writer) =>
      supersedeStatement(writer, 'xa:statement:misread', statementRow('read-well', { knownFrom: '2023-01-01' })),
    );
    for (const asOf of ['2022-12-31', '2023-01-01', '2999-01-01']) expect(await idsAsOf(asOf)).not.toContain('xa:statement:misread');
    expect(await idsAsOf('2023-01-01')).toContain('xa:statement:read-well');
  });

  test.each(['ID_ASC', 'PERIOD_ASC', 'PERIOD_DESC', 'KNOWN_FROM_DESC'])(
    'pages of an earlier day in order %s hold each row once',
    async (order) => {
      const list = async (rest: string) =>
        (
          await history.inside(
            `statements(asOf: "2025-02-01", orderBy: ${order}, ${rest}) { totalCount nodes { id } pageInfo { endCursor hasNextPage } }`,
          )
        ).statements;
      const whole = await list('first: 1000');
      const paged: string[] = [];
      for (let after = ''; ;) {
        const page = await list(`first: 2${after}`);
        paged.push(...page.nodes.map(({ id }: { id: string }) => id));
        if (!page.pageInfo.hasNextPage) break;
        after = `, after: "${page.pageInfo.endCursor}"`;
      }
      expect(paged.length).toBeGreaterThan(3);
      expect(paged).toEqual(whole.nodes.map(({ id }: { id: string }) => id));
      expect(whole.totalCount).toBe(paged.length);
    },
  );

  test('a withdrawn statement is a DELETE with its id, and gone from lists, totals and every day', async () => {
    const id = 'xa:statement:slip';
    await history.write((writer) => publishRows(writer, statementsOf(statementRow('slip'))));
    expect(await idsAsOf(null)).toContain(id);
    history.now = new Date('2026-03-02T00:00:00Z');
    await history.write((writer) => withdrawPublication(writer, id));
    expect(await idsAsOf(null)).not.toContain(id);
    expect(await idsAsOf('2025-02-01')).not.toContain(id);
    const last = (await feedEnd(1))[0];
    expect(last).toEqual({ id: last?.id, op: 'DELETE', country: 'XA', type: 'Statement', entity: id, at: '2026-03-02T00:00:00.000Z' });
    const { lastPublishedAt, node } = await history.inside(`lastPublishedAt node(id: "${id}") { id }`);
    expect({ lastPublishedAt, node }).toEqual({ lastPublishedAt: '2026-03-02T00:00:00.000Z', node: null });
    const left = await history.database.read.selectFrom('classification').select('code').where('publication_id', '=', id).execute();
    expect(left).toEqual([]);
  });

  test('a superseded statement can be withdrawn too, and then no day shows it', async () => {
    await history.write((writer) => publishRows(writer, statementsOf(statementRow('a1', { knownFrom: '2021-01-01' }))));
    await history.write((writer) => supersedeStatement(writer, 'xa:statement:a1', statementRow('a2', { knownFrom: '2021-02-01' })));
    expect(await idsAsOf('2021-01-15')).toContain('xa:statement:a1');
    await history.write((writer) => withdrawPublication(writer, 'xa:statement:a1'));
    expect(await idsAsOf('2021-01-15')).not.toContain('xa:statement:a1');
    expect(await idsAsOf(null)).toContain('xa:statement:a2');
  });

  test('withdrawing a correction does not bring back what it corrected', async () => {
    await history.write((writer) => publishRows(writer, statementsOf(statementRow('b1', { knownFrom: '2021-01-01' }))));
    await history.write((writer) => supersedeStatement(writer, 'xa:statement:b1', statementRow('b2', { knownFrom: '2021-02-01' })));
    await history.write((writer) => withdrawPublication(writer, 'xa:statement:b2'));
    expect((await idsAsOf(null)).filter((id) => /:b[12]$/.test(id))).toEqual([]);
    expect((await idsAsOf('2021-01-15')).filter((id) => /:b[12]$/.test(id))).toEqual(['xa:statement:b1']);
    expect(await new Follower(history).catchUp()).toEqual(await currentIds(history));
  });

  test('a row of another type is published again under its id, with the lines of work it has now', async () => {
    const id = 'xa:action:again';
    await history.write((writer) => publishRows(writer, actionsOf('HEALTH', actionRow('again', 'Before'))));
    await history.write((writer) => publishRows(writer, actionsOf('ECOLOGY', actionRow('again', 'After'))));
    const { health, ecology } = await history.inside(
      'health: actions(filter: { directions: [HEALTH] }) { nodes { id } } ecology: actions(filter: { directions: [ECOLOGY] }) { nodes { id name directions } }',
    );
    expect(health.nodes).toEqual([]);
    expect(ecology.nodes).toContainEqual({ id, name: 'After', directions: ['ECOLOGY'] });
    expect(await feedEnd(2)).toMatchObject([
      { op: 'UPSERT', entity: id },
      { op: 'UPSERT', entity: id },
    ]);
  });

  test('a withdrawn region takes its codes along', async () => {
    await history.write((writer) => withdrawPublication(writer, 'xa:region:north'));
    expect((await history.inside('actions(filter: { regions: ["XA-OLD"] }) { totalCount }')).actions.totalCount).toBe(0);
    expect(await history.database.read.selectFrom('region_code').selectAll().execute()).toEqual([]);
  });

  test('a page asked again with its cursor holds the same rows, whatever came since', async () => {
    const first = await readChanges(history, 4);
    const second = await readChanges(history, 4, first.pageInfo.endCursor);
    expect(second.nodes).toHaveLength(4);
    await history.write((writer) => withdrawPublication(writer, second.nodes[0]!.entity));
    await history.write((writer) => publishRows(writer, sourcesOf(sourceRow('later'))));
    expect((await readChanges(history, 4)).nodes).toEqual(first.nodes);
    expect((await readChanges(history, 4, first.pageInfo.endCursor)).nodes).toEqual(second.nodes);
  });

  test('a change is found by its id, and only at its own network', async () => {
    const [change] = (await readChanges(history, 1)).nodes;
    const found = async (id: string) =>
      (await history.inside(`node(id: "${id}") { __typename id ... on Change { op type entity country at } }`)).node;
    expect(await found('xa:change:1')).toEqual({ __typename: 'Change', ...change });
    for (const id of ['xa:change:01', 'xa:change:99999', 'xa:change:9999999999', 'kz:change:1', 'xa:change:first'])
      expect(await found(id)).toBeNull();
  });

  test('since means that instant and later, in any spelling of it', async () => {
    history.now = new Date('2026-04-01T12:00:00.500Z');
    await history.write((writer) => publishRows(writer, sourcesOf(sourceRow('noon-1'), sourceRow('noon-2'))));
    const entities = async (since: string) => (await readChanges(history, 1_000, null, since)).nodes.map(({ entity }) => entity);
    const both = ['xa:source:noon-1', 'xa:source:noon-2'];
    for (const since of ['2026-04-01T12:00:00Z', '2026-04-01T12:00:00.5Z', '2026-04-01T12:00:00.500Z'])
      expect(await entities(since)).toEqual(both);
    expect(await entities('2026-04-01T12:00:00.501Z')).toEqual([]);
    expect((await readChanges(history, 1, null, '2026-04-01T12:00:00.5Z')).totalCount).toBe(2);
    expect((await readChanges(history, 1, null, '9999-12-31T23:59:59.999Z')).totalCount).toBe(0);
    const { lastPublishedAt } = await history.inside('lastPublishedAt');
    await history.write((writer) => publishRows(writer, sourcesOf(sourceRow('same-instant'))));
    expect(await entities(lastPublishedAt)).toEqual([...both, 'xa:source:same-instant']);
  });

  test('a clock that was set back hides no change from who asks for later ones', async () => {
    history.now = new Date('2020-01-01T00:00:00Z');
    await history.write((writer) => publishRows(writer, sourcesOf(sourceRow('late-clock'))));
    const { nodes } = await readChanges(history, 1_000, null, '2026-04-01T12:00:00.5Z');
    expect(nodes.at(-1)).toMatchObject({ entity: 'xa:source:late-clock', at: '2026-04-01T12:00:00.500Z' });
  });

  test('what fails in the middle is in no list and not in the feed', async () => {
    const before = await feedEnd(1);
    const failing = history.write(async (writer) => {
      await publishRows(writer, statementsOf(statementRow('halfway')));
      throw new Error('in the middle');
    });
    await expect(failing).rejects.toThrow('in the middle');
    expect(await feedEnd(1)).toEqual(before);
    expect(await idsAsOf(null)).not.toContain('xa:statement:halfway');
  });

  test('what the history does not take is refused by name and leaves nothing', async () => {
    const before = await feedEnd(1);
    const present = 'xa:statement:branches';
    const linked = { ...statementRow('linked'), supersedes: present } as never;
    expect({
      published: await refusal((writer) => publishRows(writer, statementsOf(statementRow('branches')))),
      linked: await refusal((writer) => publishRows(writer, statementsOf(linked))),
      usedId: await refusal((writer) => publishRows(writer, statementsOf(statementRow('fresh'), statementRow('slip')))),
      unknown: await refusal((writer) => supersedeStatement(writer, 'xa:statement:nothing', statementRow('for-nothing'))),
      twice: await refusal((writer) => supersedeStatement(writer, 'xa:statement:first-count', statementRow('third-count'))),
      withdrawnTwice: await refusal((writer) => withdrawPublication(writer, 'xa:statement:slip')),
      noType: await refusal((writer) => withdrawPublication(writer, 'xa:change:1')),
      noId: await refusal((writer) => withdrawPublication(writer, 'slip')),
    }).toEqual({
      published: 'STATEMENT_EXISTS',
      linked: 'SUPERSEDES_UNASKED',
      usedId: 'ID_WITHDRAWN',
      unknown: 'NOT_PUBLISHED',
      twice: 'STATEMENT_SUPERSEDED',
      withdrawnTwice: 'NOT_PUBLISHED',
      noType: 'NOT_PUBLISHED',
      noId: 'NOT_PUBLISHED',
    });
    expect(await feedEnd(1)).toEqual(before);
  });
});
