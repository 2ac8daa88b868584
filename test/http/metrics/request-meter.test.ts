import { expect, test } from '@jest/globals';
import { RequestMeter } from '../../../http/metrics/request-meter.ts';

test('a name that is not known counts as other, wherever it comes from', () => {
  const meter = new RequestMeter(new Set(['Doors']));
  for (const operation of ['Doors', 'MadeUp', 'constructor', null]) {
    meter.begin();
    meter.end(operation, 0.1, 'COUNTRY_TIMEOUT');
  }
  const failures = meter.families().find(({ name }) => name === 'birge_request_failures_total')?.values;
  expect(failures).toEqual([
    { labels: { operation: 'Doors', code: 'COUNTRY_TIMEOUT' }, value: 1 },
    { labels: { operation: 'other', code: 'COUNTRY_TIMEOUT' }, value: 3 },
  ]);
});
