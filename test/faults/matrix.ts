import { setTimeout as wait } from 'node:timers/promises';
import type { FailureCode } from '../../gateway/errors.ts';
import { SECRET } from './faults.ts';
import { passOn, type Proxy, type Toxic } from './proxy.ts';
import {
  answerBomb,
  answerSpaces,
  canned,
  changed,
  closeLate,
  cutByLength,
  cutInChunks,
  drip,
  hang,
  hangInBody,
  inSlices,
  JSON_TYPE,
  late,
  narrow,
  ofAnotherDay,
  redirect,
  reset,
  rewritten,
  speakNoHttp,
} from './toxics.ts';

/** One row of the matrix: what a country does, and what has to come of it. */
export interface Row {
  /** Completes "a country that …". */
  readonly name: string;
  /** What its door says; null: its answer is whole. */
  readonly code: FailureCode | null;
  /** Begins; what it gives ends it. */
  readonly begin: (proxy: Proxy) => () => Promise<void>;
  /** How often one question comes: twice where asking once more does no harm. */
  readonly asks: 1 | 2;
  /** It comes and goes: an answer may as well be whole. */
  readonly isFitful?: true;
  /** Nobody has to end it. */
  readonly healsItself?: true;
  /** What else its door may say. */
  readonly gives?: readonly FailureCode[];
  /** Its data comes beside its errors. */
  readonly keepsData?: true;
  /** The question in which nothing of it can be seen. */
  readonly spares?: 'networks';
  /** Its answers are so large that the machine is asked for memory. */
  readonly isLarge?: true;
}

function always(toxic: Toxic): Row['begin'] {
  return (proxy) => {
    proxy.strike(() => toxic);
    return async () => proxy.heal();
  };
}

/** Away and there in turn, for as long as each pause; it stays as the last one leaves it. */
function away(pausesMs: () => Iterable<number>): Row['begin'] {
  return (proxy) => {
    const end = new AbortController();
    const moving = (async () => {
      let isAway = false;
      for (const pauseMs of pausesMs()) {
        isAway = !isAway;
        await (isAway ? proxy.goAway() : proxy.comeBack());
        await wait(pauseMs, undefined, { signal: end.signal, ref: false }).catch(() => {});
        if (end.signal.aborted) return;
      }
      if (isAway) await proxy.comeBack();
    })();
    return async () => {
      end.abort();
      await moving;
      await proxy.comeBack();
    };
  };
}

function* forever(value: number): Generator<number> {
  for (;;) yield value;
}

/** Something else at each request, as chance will have it. */
const mixed: Row['begin'] = (proxy) => {
  const toxics = [passOn, passOn, reset, speakNoHttp, cutByLength, cutInChunks, late, inSlices, ofAnotherDay];
  proxy.strike((_request, random) => toxics[Math.floor(random() * toxics.length)] ?? passOn);
  return async () => proxy.heal();
};

/** Longer than any test. */
const LONG_MS = 3_600_000;

const errors = [
  {
    message: `ECONNREFUSED ${SECRET}:5432`,
    extensions: { code: 'INTERNAL', stacktrace: [`at /srv/${SECRET}/db.ts:1`], serviceName: SECRET },
  },
];
const graphqlErrors = JSON.stringify({ errors });
const oldContract = JSON.stringify({
  errors: [{ message: `Cannot query field "${SECRET}" on type "Query".`, extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }],
});
const TEXT = { 'content-type': 'text/plain' };
const PATIENCE = { 'retry-after': '1' };
/** It stands where the true answer had another value, and nowhere else. */
const WRONG = 7_431_743;
const OTHER_CODES: Readonly<Record<string, string>> = { KZ: 'RU', RU: 'UZ', UZ: 'KZ' };

const unavailable = (name: string, begin: Row['begin'], asks: 1 | 2 = 1): Row => ({ name, code: 'COUNTRY_UNAVAILABLE', begin, asks });
const timeout = (name: string, toxic: Toxic): Row => ({ name, code: 'COUNTRY_TIMEOUT', begin: always(toxic), asks: 1 });
const badAnswer = (name: string, toxic: Toxic): Row => ({ name, code: 'COUNTRY_BAD_ANSWER', begin: always(toxic), asks: 1 });
const whole = (name: string, toxic: Toxic): Row => ({ name, code: null, begin: always(toxic), asks: 1 });

/** The fault matrix. Source: docs/operate.md, schema/ERRORS.md */
export const MATRIX: Readonly<Record<string, readonly Row[]>> = {
  'is away for a while': [
    unavailable(
      'is down',
      away(() => [LONG_MS]),
      2,
    ),
    {
      ...unavailable(
        'is down and up, a second each',
        away(() => forever(1_000)),
        2,
      ),
      isFitful: true,
    },
    {
      ...unavailable(
        'is up after 1.5 s',
        away(() => [1_500]),
        2,
      ),
      isFitful: true,
      healsItself: true,
    },
  ],
  'breaks its connections': [
    unavailable('resets the connection', always(reset), 2),
    badAnswer('speaks no HTTP', speakNoHttp),
    unavailable('ends within its length', always(cutByLength)),
    unavailable('ends within its chunks', always(cutInChunks)),
    { ...unavailable('does something else each time', mixed), asks: 2, isFitful: true, gives: ['COUNTRY_BAD_ANSWER'] },
  ],
  hangs: [timeout('hangs before its headers', hang), timeout('hangs in its body', hangInBody), timeout('drips a byte each 200 ms', drip)],
  'does not serve': [
    unavailable('fails with a text (500)', always(canned(500, TEXT, `${SECRET} at pool.ts:1`))),
    unavailable('fails with GraphQL (500)', always(canned(500, JSON_TYPE, graphqlErrors))),
    unavailable('is behind a gate that cannot reach it (502)', always(canned(502, TEXT, SECRET)), 2),
    unavailable('is shut for a second (503)', always(canned(503, PATIENCE, SECRET))),
    unavailable('asks for a second of patience (429)', always(canned(429, { ...JSON_TYPE, ...PATIENCE }, graphqlErrors))),
    unavailable('wants a key (401)', always(canned(401, JSON_TYPE, graphqlErrors))),
  ],
  'answers something else': [
    badAnswer('answers a page of HTML', canned(200, { 'content-type': 'text/html' }, `<h1>${SECRET}</h1>`)),
    badAnswer('answers nothing', canned(200, JSON_TYPE, '')),
    badAnswer('answers JSON that is not GraphQL', canned(200, JSON_TYPE, JSON.stringify({ status: SECRET }))),
    badAnswer('answers broken JSON', canned(200, JSON_TYPE, `{"data":{"${SECRET}":`)),
    badAnswer('answers data null', canned(200, JSON_TYPE, '{"data":null}')),
    badAnswer('has an old contract (400)', canned(400, JSON_TYPE, oldContract)),
    badAnswer('redirects (302)', redirect(302)),
    badAnswer('redirects (308)', redirect(308)),
  ],
  'answers wrong values': [
    badAnswer(
      'answers an object for a list',
      changed((_value, key) => (key === 'nodes' || key === 'edges' ? { id: WRONG } : undefined)),
    ),
    badAnswer(
      'answers a list for an object',
      changed((_value, key) => (key.endsWith('_list') || key === 'statements' ? [WRONG] : undefined)),
    ),
    badAnswer(
      'answers numbers for texts',
      changed((value, key) => (key === 'rawText' && value !== null ? WRONG : undefined)),
    ),
    badAnswer(
      'answers texts for numbers',
      changed((value, key) => (key === 'value' && value !== null ? String(WRONG) : undefined)),
    ),
    badAnswer(
      'answers null for non-null',
      changed((_value, key) => (key === 'id' || key === 'birge_id' ? null : undefined)),
    ),
    {
      ...badAnswer(
        'answers the code of another',
        changed((value) => (typeof value === 'string' ? OTHER_CODES[value] : undefined)),
      ),
      // What `networks` asks of a country is found by its code, which is the hub's word.
      spares: 'networks',
    },
  ],
  'answers errors of its own': [
    {
      ...badAnswer(
        'answers errors alone',
        rewritten(() => ({ data: null, errors })),
      ),
      code: 'COUNTRY_ERROR',
    },
    {
      ...badAnswer(
        'answers data and an error with a stack',
        rewritten((answer) => ({ ...answer, errors })),
      ),
      code: 'COUNTRY_ERROR',
      keepsData: true,
    },
  ],
  'answers too much': [
    { ...badAnswer('answers 50 MB', answerSpaces), isLarge: true },
    { ...badAnswer('answers a gzip bomb', answerBomb), isLarge: true },
  ],
  'is slow but true': [
    whole('answers late', late),
    whole('answers in slices', inSlices),
    whole('answers at 64 kB a second', narrow),
    whole('closes late', closeLate),
    whole('lives on another day', ofAnotherDay),
  ],
};
