import { expect, test } from '@jest/globals';
import { restartPause } from '../../cli/processes/restart-pause.ts';

test('half a second, doubled, at most half a minute', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 8, 60].map(restartPause)).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
});
