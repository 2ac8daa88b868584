import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { type AttemptEnd, CALL_LIMITS, MemberCalls } from '../../../http/calls/member-calls.ts';

const GOOD: AttemptEnd<string> = { answer: 'good', health: 'GOOD', mayRetry: false, leaveAloneMs: null };
const RESET: AttemptEnd<string> = { answer: 'reset', health: 'FAILED', mayRetry: true, leaveAloneMs: null };
const LATE: AttemptEnd<string> = { answer: 'late', health: 'FAILED', mayRetry: false, leaveAloneMs: null };
const ENOUGH_MS = 5_000;

/** Calls whose clock the test moves; the pause before a retry is real and shortest. */
function callsOf(limits: Partial<typeof CALL_LIMITS> = {}) {
  const clock = { nowMs: 0 };
  const calls = new MemberCalls({ ...CALL_LIMITS, ...limits }, { now: () => clock.nowMs, random: () => 0 });
  return { clock, calls };
}

/** Attempts that end in this order, the last one for all that follow, and how many were made. */
function attempts(...ends: AttemptEnd<string>[]) {
  const made = { count: 0 };
  const attempt = async (): Promise<AttemptEnd<string>> => {
    made.count += 1;
    return ends[Math.min(made.count, ends.length) - 1] ?? GOOD;
  };
  return { made, attempt };
}

test.each([
  ['was reset', RESET, 2, 'good'],
  ['was late', LATE, 1, 'late'],
] as const)('a call that %s is made so many times', async (_, end, count, answer) => {
  const { calls } = callsOf();
  const { made, attempt } = attempts(end, GOOD);
  expect([await calls.call(attempt, ENOUGH_MS), made.count]).toEqual([answer, count]);
});

test('a call that is reset twice is not made a third time', async () => {
  const { calls } = callsOf();
  const { made, attempt } = attempts(RESET);
  expect([await calls.call(attempt, ENOUGH_MS), made.count]).toEqual(['reset', 2]);
});

test('with less than a second left nothing is tried again', async () => {
  const { calls } = callsOf();
  const { made, attempt } = attempts(RESET, GOOD);
  expect([await calls.call(attempt, 1_200), made.count]).toEqual(['reset', 1]);
});

test('the second attempt has only the time that the first left', async () => {
  const { clock, calls } = callsOf();
  const given: number[] = [];
  await calls.call(async (timeoutMs) => {
    given.push(timeoutMs);
    clock.nowMs += 1_500;
    return RESET;
  }, ENOUGH_MS);
  expect(given).toEqual([5_000, 3_500]);
});

test('three retries are always allowed, more only as a tenth of the calls', async () => {
  const { clock, calls } = callsOf({ failuresInRow: 1_000, failureShare: 2 });
  let made = 0;
  const ask = () =>
    calls.call(async () => {
      made += 1;
      return RESET;
    }, ENOUGH_MS);
  for (let question = 0; question < 6; question += 1) await ask();
  expect(made).toBe(6 + 3);
  for (let question = 0; question < 40; question += 1) await calls.call(async () => GOOD, ENOUGH_MS);
  made = 0;
  await ask();
  expect(made).toBe(2);
  clock.nowMs += 20_000;
  made = 0;
  await ask();
  expect(made).toBe(2);
});

test('an open breaker answers without a call', async () => {
  const { calls } = callsOf();
  const { attempt } = attempts(LATE);
  for (let call = 0; call < 5; call += 1) await calls.call(attempt, ENOUGH_MS);
  const { made, attempt: never } = attempts(GOOD);
  expect([await calls.call(never, ENOUGH_MS), made.count, calls.state]).toEqual(['OPEN', 0, 'OPEN']);
});

test('a member that asks to be left alone is left alone that long, and never longer than a minute', async () => {
  const { clock, calls } = callsOf();
  await calls.call(async () => ({ ...LATE, leaveAloneMs: 7_000 }), ENOUGH_MS);
  const { attempt } = attempts(GOOD);
  clock.nowMs = 6_999;
  expect(await calls.call(attempt, ENOUGH_MS)).toBe('LEFT_ALONE');
  clock.nowMs = 7_000;
  expect(await calls.call(async () => ({ ...GOOD, leaveAloneMs: 3_600_000 }), ENOUGH_MS)).toBe('good');
  clock.nowMs = 67_000;
  expect(await calls.call(attempt, ENOUGH_MS)).toBe('good');
});

test('beyond the places and the line a call is turned away at once, and the line goes in by its order', async () => {
  const { calls } = callsOf({ atOnce: 2, waiting: 2 });
  const goOn: (() => void)[] = [];
  const order: number[] = [];
  const hold = (name: number) =>
    calls.call(async () => {
      order.push(name);
      await new Promise<void>((resolve) => goOn.push(resolve));
      return GOOD;
    }, ENOUGH_MS);
  const under = [hold(1), hold(2), hold(3), hold(4)];
  expect([calls.counts, await hold(5)]).toMatchObject([{ inside: 2, waiting: 2 }, 'BUSY']);
  for (let next = 0; next < 4; next += 1) {
    while (goOn.length <= next) await wait(1);
    goOn[next]?.();
  }
  expect(await Promise.all(under)).toEqual(['good', 'good', 'good', 'good']);
  expect([order, calls.counts]).toMatchObject([[1, 2, 3, 4], { inside: 0, waiting: 0 }]);
});

test('whoever waits in the line longer than its time leaves it', async () => {
  const { calls } = callsOf({ atOnce: 1, waiting: 1 });
  const { promise: held, resolve: goOn } = Promise.withResolvers<void>();
  const first = calls.call(async () => {
    await held;
    return GOOD;
  }, ENOUGH_MS);
  expect(await calls.call(attempts(GOOD).attempt, 5)).toBe('BUSY');
  goOn();
  expect([await first, calls.counts]).toMatchObject(['good', { inside: 0, waiting: 0 }]);
});

test('an attempt that throws gives its place and its try back', async () => {
  const { clock, calls } = callsOf({ atOnce: 1, waiting: 0 });
  for (let call = 0; call < 5; call += 1) await calls.call(attempts(LATE).attempt, ENOUGH_MS);
  clock.nowMs = 5_000;
  const broken = calls.call(async () => {
    throw new Error('a fault of our own');
  }, ENOUGH_MS);
  await expect(broken).rejects.toThrow('a fault of our own');
  expect([await calls.call(attempts(GOOD).attempt, ENOUGH_MS), calls.state]).toEqual(['good', 'CLOSED']);
});
