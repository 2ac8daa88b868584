import { expect } from '@jest/globals';
import { SECRET } from './faults.ts';
import type { Row } from './matrix.ts';
import type { Stand, StandAnswer } from './open-stand.ts';
import type { Country, Failed, Question } from './questions.ts';

/** The answers to all questions while all is well. */
export type Healthy = ReadonlyMap<Question, StandAnswer>;

const LEAKS =
  /127\.0\.0\.1|localhost|ECONN|ENOTFOUND|UND_ERR|stack|\.ts\b|\/srv|serviceName|valueCompletion|undici|node_modules|_entities|birge_/;

/** No internal word, and nothing that a country planted. */
export function checkSecrecy({ text, headers }: StandAnswer, stand: Stand): void {
  const { errors = [], extensions = null } = JSON.parse(text) as { errors?: unknown[]; extensions?: unknown };
  const said = JSON.stringify([errors, extensions, headers]);
  expect(said).not.toMatch(LEAKS);
  for (const { port } of stand.proxies.values()) expect(said).not.toContain(String(port));
  for (const secret of [SECRET, '7431']) expect(`${text} ${headers}`).not.toContain(secret);
}

/** The whole text, when these countries fail. An answer is one long line, so what differs first is what is shown. */
export function checkText(
  question: Question,
  { text, requestId }: StandAnswer,
  healthy: Healthy,
  failures: ReadonlyMap<Country, Failed>,
): void {
  const { data } = JSON.parse(healthy.get(question)?.text ?? '{}') as { data: unknown };
  const expected = question.expected(data, failures, requestId);
  if (text === expected) return;
  let same = 0;
  while (text[same] === expected[same]) same += 1;
  const around = (whole: string) => whole.slice(Math.max(0, same - 120), same + 240);
  expect(`${question.name}: …${around(text)}`).toBe(`${question.name}: …${around(expected)}`);
}

/** What an answer itself says of the struck countries; nobody else may be missing. */
export function failuresOf(question: Question, { text }: StandAnswer, row: Row, struck: readonly Country[]): Map<Country, Failed> {
  const failures = question.failuresIn(JSON.parse(text));
  expect([...failures.keys()].filter((country) => !struck.includes(country))).toEqual([]);
  // The breaker may have opened meanwhile; of a country that is not in time, the rest is late as well.
  const codes = new Set([row.code, 'COUNTRY_UNAVAILABLE', ...(row.gives ?? [])]);
  expect([...failures.values()].filter(({ code }) => !codes.has(code))).toEqual([]);
  return new Map([...failures].map(([country, failed]) => [country, { ...failed, keepsData: row.keepsData === true }]));
}
