import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { Breaker, BREAKER_LIMITS, type BreakerPass } from '../../../http/calls/breaker.ts';

/** A breaker with a clock that the test moves. */
function breakerAt(nowMs = 0) {
  const clock = { nowMs };
  const breaker = new Breaker(BREAKER_LIMITS, () => clock.nowMs);
  const call = (isFailure: boolean): boolean => {
    const pass = breaker.enter();
    if (pass === null) return false;
    breaker.settle(pass, isFailure);
    return true;
  };
  return { clock, breaker, call };
}

const times = (count: number, act: (index: number) => void) => Array.from({ length: count }, (_, index) => act(index));

test('four failures in a row leave it closed, the fifth opens it, and then no call goes', () => {
  const { breaker, call } = breakerAt();
  times(4, () => call(true));
  expect(breaker.state).toBe('CLOSED');
  call(true);
  expect([breaker.state, call(false)]).toEqual(['OPEN', false]);
});

test('a success in between begins the row anew', () => {
  const { breaker, call } = breakerAt();
  times(4, () => call(true));
  call(false);
  times(4, () => call(true));
  // Eight failures of nine calls are too few calls to judge by.
  expect(breaker.state).toBe('CLOSED');
});

test('in the first seconds of a process as later, what failed before a country was back does not count against it', () => {
  const { clock, breaker, call } = breakerAt();
  times(9, (index) => call(index % 2 === 0));
  times(3, () => call(true));
  clock.nowMs = 5_000;
  call(false);
  call(true);
  expect(breaker.state).toBe('CLOSED');
});

test('half of at least ten calls in ten seconds opens it, and older calls do not count', () => {
  const alternating = breakerAt();
  times(9, (index) => alternating.call(index % 2 === 0));
  expect(alternating.breaker.state).toBe('CLOSED');
  alternating.call(true);
  expect(alternating.breaker.state).toBe('OPEN');

  const slow = breakerAt();
  times(20, (index) => {
    slow.call(index % 2 === 0);
    slow.clock.nowMs += 1_500;
  });
  expect(slow.breaker.state).toBe('CLOSED');
});

test('after five seconds one call tries, the others fail at once; its success closes, its failure opens again', () => {
  const { clock, breaker, call } = breakerAt();
  times(5, () => call(true));
  clock.nowMs = 4_999;
  expect([breaker.state, breaker.enter()]).toEqual(['OPEN', null]);
  clock.nowMs = 5_000;
  expect(breaker.state).toBe('HALF_OPEN');
  const pass = breaker.enter() as BreakerPass;
  expect([pass.isTry, breaker.enter()]).toEqual([true, null]);
  breaker.settle(pass, true);
  expect(breaker.state).toBe('OPEN');
  clock.nowMs = 10_000;
  expect(call(false)).toBe(true);
  expect([breaker.state, call(true), breaker.state]).toEqual(['CLOSED', true, 'CLOSED']);
});

test('a call that began before it opened neither closes it nor ends the try', () => {
  const { clock, breaker, call } = breakerAt();
  const old = [breaker.enter() as BreakerPass, breaker.enter() as BreakerPass];
  times(5, () => call(true));
  breaker.settle(old[0]!, false);
  expect(breaker.state).toBe('OPEN');
  clock.nowMs = 5_000;
  const pass = breaker.enter() as BreakerPass;
  breaker.settle(old[1]!, true);
  expect([breaker.state, breaker.enter()]).toEqual(['HALF_OPEN', null]);
  breaker.settle(pass, false);
  expect(breaker.state).toBe('CLOSED');
});

test('a try that is given back leaves the next one to try', () => {
  const { clock, breaker, call } = breakerAt();
  times(5, () => call(true));
  clock.nowMs = 5_000;
  breaker.giveBack(breaker.enter() as BreakerPass);
  expect(breaker.enter()).toEqual({ isTry: true });
});

test('whatever happens, a member that works again is called again within one pause', () => {
  const step = fc.record({ waitMs: fc.nat(3_000), isFailure: fc.boolean(), isKept: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const { clock, breaker } = breakerAt();
      const kept: BreakerPass[] = [];
      for (const { waitMs, isFailure, isKept } of steps) {
        clock.nowMs += waitMs;
        const pass = breaker.enter();
        if (pass === null) continue;
        if (isKept) kept.push(pass);
        else breaker.settle(pass, isFailure);
      }
      for (const pass of kept) breaker.settle(pass, true);
      clock.nowMs += BREAKER_LIMITS.openMs;
      const pass = breaker.enter();
      expect(pass).not.toBeNull();
      breaker.settle(pass as BreakerPass, false);
      expect(breaker.state).toBe('CLOSED');
    }),
  );
});
