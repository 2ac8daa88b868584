import { expect, test } from '@jest/globals';
import { DurationHistogram } from '../../../http/metrics/duration-histogram.ts';

test('each bound counts what is at most that long, and the last one everything', () => {
  const durations = new DurationHistogram();
  for (const seconds of [0, 0.001, 0.0011, 0.3, 10, 11]) durations.add(seconds);
  const samples = durations.samples('took_seconds', { of: 'a' });
  const upTo = (bound: unknown) => samples.find(({ labels }) => labels['le'] === bound)?.value;
  expect([0.001, 0.0025, 0.25, 0.5, 10, '+Inf'].map(upTo)).toEqual([2, 3, 3, 4, 5, 6]);
  expect(samples.slice(-2)).toEqual([
    { metricName: 'took_seconds_sum', labels: { of: 'a' }, value: 21.3021 },
    { metricName: 'took_seconds_count', labels: { of: 'a' }, value: 6 },
  ]);
});
