import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { network } from '../../../subgraphs/kazakhstan/network.ts';
import { qualityRules } from '../../../subgraphs/national/intake/quality/quality-rules.ts';
import { writeCheck } from '../../../subgraphs/national/intake/quality/report/write-check.ts';
import { createSubgraph } from '../../../subgraphs/national/create-subgraph.ts';
import { ask } from '../../harness/ask.ts';
import { whenFileEnds } from '../../harness/cleanup.ts';
import { FROZEN_NOW, silent } from '../../harness/open-door.ts';
import { databases } from '../open-history.ts';
import { type OpenRecords, openRecords } from './open-records.ts';
import { person, worked } from './table-samples.ts';

const KEY = '5f0c2b7e9d4a1836c5e7f9021b3d4a6858f0c2b7e9d4a183';
/** Values that stand in records and nowhere else. */
const SENTINELS = ['sentinel-key-41', '1911-11-11', '77777777-aaaa-4aaa-8aaa-777777777777', 'sentinel role', '1961-03-17'];
const module = createSubgraph(network);

const REPORT = `checkedAt occasion since rowsChecked
  rules { code family severity finds findings }
  findings { totalCount nodes { rule family severity kind column unit { id name } period count rows entity expected actual } pageInfo { hasNextPage endCursor } }
  deliveries { unit { id name } missing periods { period expected actual status } }`;

describe.each(databases)('on $name', (kind) => {
  let records: OpenRecords;
  let url: string;
  beforeAll(async () => {
    records = await openRecords(kind);
    const stewardKeyFile = join(records.dataFolder, 'steward.key');
    await writeFile(stewardKeyFile, `${KEY}\n`, { mode: 0o600 });
    const running = await module.open({
      databaseUrl: records.url,
      dataFolder: records.dataFolder,
      stewardKeyFile,
      roverFile: '',
      now: () => FROZEN_NOW,
      log: silent,
    });
    whenFileEnds(() => running.close());
    url = await running.listen({ host: '127.0.0.1', port: 0 });
  });
  const asSteward = (fields: string) => ask(url, `{ kazakhstan { code ${fields} } }`, {}, { authorization: `Bearer ${KEY}` });
  const quality = async (query: string, fields: string) => {
    const { data, errors } = await asSteward(`quality${query} { ${fields} }`);
    expect(errors).toEqual([]);
    return data.kazakhstan.quality;
  };

  test.each([
    ['nobody', {}],
    ['a wrong key', { authorization: `Bearer ${KEY.replace('5', '6')}` }],
  ])('%s is refused the field, and told why; the rest is whole', async (_, headers) => {
    const { status, data, errors } = await ask(url, '{ kazakhstan { code quality { checkedAt } } }', {}, headers);
    expect(status).toBe(200);
    expect(data).toEqual({ kazakhstan: { code: 'KZ', quality: null } });
    expect(errors).toMatchObject([
      {
        message: 'quality is not shown to this caller; it takes the tier STEWARD.',
        path: ['kazakhstan', 'quality'],
        extensions: { code: 'TIER_NOT_ALLOWED', country: null, retryable: false },
      },
    ]);
  });

  test('the steward is told that no check was made', async () => expect(await quality('', 'checkedAt')).toBeNull());

  describe('after a check', () => {
    beforeAll(async () => {
      await records.store([
        person(SENTINELS[2] ?? '', { source_key: SENTINELS[0] ?? '', birth_date: SENTINELS[1] ?? '' }),
        worked(SENTINELS[2] ?? '', { source_key: `${SENTINELS[0]}-p`, role: SENTINELS[3] ?? '', date: '2024-05-01', minutes: 500 }),
        worked(SENTINELS[2] ?? '', { date: '2024-05-01', minutes: 500 }),
        worked('nobody', { date: '2024-07-01', action_id: 'kz:action:gone' }),
        person('b', { birth_date: SENTINELS[4] ?? '', joined_on: '1961-03-18' }),
      ]);
      const check = await records.check();
      await records.database.write((entityManager) => writeCheck(entityManager.getKysely<never>(), { ...check, occasion: 'CHECK' }));
    });

    test('the steward reads what was found: rule, column, unit, month and numbers', async () => {
      const report = await quality('', REPORT);
      expect(report).toMatchObject({ checkedAt: FROZEN_NOW.toISOString(), occasion: 'CHECK', since: null });
      const ofRecords = report.findings.nodes
        .filter(({ kind: found }: { kind: string }) => found === 'persons' || found === 'participations')
        .map(({ rule, column, unit, period, count }: Record<string, unknown>) => [
          rule,
          column,
          (unit as { id: string } | null)?.id ?? null,
          period,
          count,
        ]);
      expect(ofRecords).toEqual([
        ['ACTION_UNKNOWN', 'actionId', null, '2024-07', 1],
        ['BIRTH_DATE_TOO_EARLY', 'birthDate', 'kz:unit:front-office-almaty', '2020-01', 1],
        ['DATE_BEFORE_NETWORK', 'joinedOn', 'kz:unit:front-office-almaty', '1961-03', 1],
        ['MINUTES_PER_DAY', 'minutes', 'kz:unit:front-office-almaty', '2024-05', 2],
        ['PARTICIPATION_AGE', 'date', 'kz:unit:front-office-almaty', '2024-05', 2],
        ['PERSON_UNKNOWN', 'personKey', null, '2024-07', 1],
      ]);
    });

    test('every rule is told with what it found, those that found nothing too', async () => {
      const { rules } = await quality('', 'rules { code family severity findings }');
      expect(rules.map(({ code }: { code: string }) => code)).toEqual(qualityRules.map(({ code }) => code));
      expect(rules.find(({ code }: { code: string }) => code === 'MINUTES_PER_DAY')).toEqual({
        code: 'MINUTES_PER_DAY',
        family: 'PLAUSIBILITY',
        severity: 'ERROR',
        findings: 2,
      });
      expect(rules.find(({ code }: { code: string }) => code === 'GLIDE_FORM')?.findings).toBe(0);
    });

    test('no value of a record is anywhere in the answer', async () => {
      const { text } = await asSteward(`quality(first: 1000) { ${REPORT} }`);
      expect(text).toContain('MINUTES_PER_DAY');
      expect(SENTINELS.filter((value) => text.includes(value))).toEqual([]);
    });

    test('units that did not deliver are named with their months', async () => {
      const { deliveries } = await quality('', 'deliveries { unit { id name } missing periods { period actual status } }');
      const [almaty, other] = deliveries;
      expect(almaty.unit).toEqual({ id: 'kz:unit:front-office-almaty', name: 'фронт-офис волонтеров Алматы' });
      expect(almaty.periods[0]).toEqual({ period: '2024-05', actual: 2, status: 'DELIVERED' });
      expect(almaty.missing.slice(0, 2)).toEqual(['2024-06', '2024-07']);
      expect(other.unit).toBeNull();
    });

    test('one rule, one severity, one page', async () => {
      const one = await quality('(rule: "ACTION_UNKNOWN")', 'findings { totalCount nodes { rule } }');
      expect(one.findings).toEqual({ totalCount: 1, nodes: [{ rule: 'ACTION_UNKNOWN' }] });
      const warnings = await quality('(severity: WARNING, first: 1000)', 'findings { nodes { severity } }');
      expect(new Set(warnings.findings.nodes.map(({ severity }: { severity: string }) => severity))).toEqual(new Set(['WARNING']));
      const whole = await quality('(first: 1000)', 'findings { edges { cursor node { rule column unit { id } period entity } } }');
      const paged: unknown[] = [];
      for (let after = ''; ;) {
        const page = await quality(
          `(first: 2${after})`,
          'findings { nodes { rule column unit { id } period entity } pageInfo { hasNextPage endCursor } }',
        );
        paged.push(...page.findings.nodes);
        if (!page.findings.pageInfo.hasNextPage) break;
        after = `, after: "${page.findings.pageInfo.endCursor}"`;
      }
      expect(paged).toEqual(whole.findings.edges.map(({ node }: { node: unknown }) => node));
    });

    test.each([
      ['(rule: "NO_RULE")', 'CODE_UNKNOWN'],
      ['(first: 0)', 'PAGE_TOO_LARGE'],
      ['(after: "bm90aGluZw")', 'CURSOR_INVALID'],
    ])('%s is refused as %s', async (query, code) => {
      const { errors } = await asSteward(`quality${query} { findings { totalCount } }`);
      expect(errors.map(({ extensions }) => extensions?.['code'])).toEqual([code]);
    });

    test('an import is another occasion, with row numbers and without deliveries', async () => {
      const finding = {
        rule: 'DATE_IN_FUTURE',
        severity: 'ERROR',
        kind: 'participations',
        field: 'date',
        unit: null,
        period: null,
      } as const;
      const findings = [{ ...finding, count: 2, rows: [7, 9], entity: null, expected: null, actual: null }];
      const check = {
        checkedAt: FROZEN_NOW.toISOString(),
        since: null,
        rules: ['DATE_IN_FUTURE'],
        rowsChecked: 9,
        findings,
        deliveries: [],
      };
      await records.database.write((entityManager) => writeCheck(entityManager.getKysely<never>(), { ...check, occasion: 'IMPORT' }));
      const report = await quality('(occasion: IMPORT)', 'occasion rowsChecked findings { nodes { rows count } } deliveries { missing }');
      expect(report).toEqual({ occasion: 'IMPORT', rowsChecked: 9, findings: { nodes: [{ rows: [7, 9], count: 2 }] }, deliveries: null });
      expect((await quality('', 'occasion')).occasion).toBe('CHECK');
    });

    test('ten checks of an occasion are kept, and the other occasion loses none', async () => {
      const check = await records.check({ rule: 'GLIDE_FORM' });
      for (let made = 0; made < 12; made += 1) {
        await records.database.write((entityManager) => writeCheck(entityManager.getKysely<never>(), { ...check, occasion: 'CHECK' }));
      }
      const kept = await records.database.read
        .selectFrom('quality_check' as never)
        .select(['occasion'] as never)
        .execute();
      const occasions = (kept as { occasion: string }[]).map(({ occasion }) => occasion);
      expect(occasions.filter((occasion) => occasion === 'CHECK')).toHaveLength(10);
      expect(occasions.filter((occasion) => occasion === 'IMPORT')).toHaveLength(1);
    });
  });
});
