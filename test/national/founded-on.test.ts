import { afterAll, expect, test } from '@jest/globals';
import { createSubgraph } from '../../subgraphs/national/create-subgraph.ts';
import { foundedOn } from '../../subgraphs/national/founded-on.ts';
import { network } from '../conformance/networks/atlantis/network.ts';
import { type OpenImport, openImport } from './intake/import/open-import.ts';
import { databases } from './open-history.ts';

const opened: OpenImport[] = [];
afterAll(() => Promise.all(opened.map((one) => one.close())));

test.each([
  ['2016', '2016-01-01'],
  ['2016-03', '2016-03-01'],
  ['2016-03-15', '2016-03-15'],
  ['2016~', null],
  [null, null],
])('a network founded in %s has recorded nothing before %s', (founded, day) => {
  expect(foundedOn({ founded, subgraph: 'atlantis' })).toBe(day);
});

test.each(['spring 2016', '2016-13', '2016/2017', '', '2999', '2999-01~', 2016, ['2016']])(
  'no subgraph is made of a network founded in %j',
  (founded) => {
    expect(() => createSubgraph({ ...network, founded: founded as string })).toThrow(
      `subgraphs/atlantis/network.ts: founded is ${JSON.stringify(founded)}; write an EDTF date that is not to come`,
    );
  },
);

test('a network that is founded today is no network to come', () => {
  expect(foundedOn({ founded: '2026-03-01', subgraph: 'atlantis' }, '2026-03-01')).toBe('2026-03-01');
  expect(() => foundedOn({ founded: '2026-03-02', subgraph: 'atlantis' }, '2026-03-01')).toThrow('founded is "2026-03-02"');
});

test.each(databases)('a record from before the network was founded is refused, on $name', async (kind) => {
  const atlantis = await openImport(kind);
  opened.push(atlantis);
  await atlantis.bring('persons', ['sourceKey', 'P1']);
  const rows = ['sourceKey,personKey,date', 'a,P1,1996-02-29', 'b,P1,1996-03-01'];
  const { counts, faults } = await atlantis.bring('participations', rows, { allowedFaults: { count: 1, unit: 'rows' } });
  expect(counts).toMatchObject({ read: 2, new: 1, rejected: 1 });
  expect(faults).toMatchObject([{ row: 2, rule: 'DATE_BEFORE_NETWORK', severity: 'ERROR' }]);
});
