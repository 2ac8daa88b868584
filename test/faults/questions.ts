import type { FailureCode } from '../../gateway/errors.ts';

/** The countries of the federation, by subgraph. */
export const COUNTRIES = { kazakhstan: 'KZ', russia: 'RU', uzbekistan: 'UZ' } as const;
export type Country = (typeof COUNTRIES)[keyof typeof COUNTRIES];
export const CODES: readonly Country[] = Object.values(COUNTRIES);

/** How a country failed in one question. */
export interface Failed {
  readonly code: FailureCode;
  /** When the last known copy that stands in was true; null: none does. */
  readonly asOf: string | null;
  /** Its data came all the same. */
  readonly keepsData: boolean;
}
/** What an answer itself says of it. */
type NamedFailure = Omit<Failed, 'keepsData'>;
export type Failures = ReadonlyMap<Country, Failed>;

// Answers differ from question to question; what they hold is compared byte by byte.
// oxlint-disable-next-line typescript/no-explicit-any
type Data = any;

export interface Question {
  readonly name: 'doors' | 'networks' | 'merged';
  readonly query: string;
  /** The answer when these countries fail, made from the healthy one: text, byte for byte. */
  expected(healthy: Data, failures: Failures, requestId: string): string;
  /** The countries that an answer names as failed, and how, as far as it says. */
  failuresIn(body: { readonly data: Data; readonly errors?: readonly NamedError[] }): Map<Country, NamedFailure>;
}

export interface NamedError {
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: unknown; readonly country?: unknown };
}

const SENTENCES: Readonly<Record<FailureCode, string>> = {
  COUNTRY_TIMEOUT: 'did not answer in time.',
  COUNTRY_UNAVAILABLE: 'cannot be reached just now.',
  COUNTRY_BAD_ANSWER: 'gave an answer that cannot be used.',
  COUNTRY_ERROR: 'reported a fault of its own.',
};

function errorAt(root: string, country: Country, { code }: Failed, requestId: string) {
  const retryable = code === 'COUNTRY_TIMEOUT' || code === 'COUNTRY_UNAVAILABLE';
  return { message: `${country} ${SENTENCES[code]}`, path: [root], extensions: { code, country, retryable, requestId } };
}

function answerText(errors: readonly object[], data: Data): string {
  return `${JSON.stringify(errors.length === 0 ? { data } : { errors, data })}\n`;
}

function namedBy(errors: readonly NamedError[] = []): Map<Country, NamedFailure> {
  return new Map(errors.map(({ extensions }) => [extensions?.country as Country, { code: extensions?.code as FailureCode, asOf: null }]));
}

function named(code: FailureCode, asOf: string | null = null): (country: Country) => [Country, NamedFailure] {
  return (country) => [country, { code, asOf }];
}

const ROWS = 'statements(first: 100) { totalCount nodes { id basis value rawText } }';

/** Every door twice, each time under another name. */
const doors: Question = {
  name: 'doors',
  query: `{ ${Object.entries(COUNTRIES)
    .map(
      ([door, code]) =>
        `${code}: ${door} { code name(language: EN) ${ROWS} } again${code}: ${door} { code units(first: 5) { totalCount } }`,
    )
    .join(' ')} }`,
  expected(healthy, failures, requestId) {
    const data = { ...healthy };
    const errors = Object.keys(healthy).flatMap((key) => {
      const country = key.slice(-2) as Country;
      const failed = failures.get(country);
      if (failed === undefined) return [];
      if (!failed.keepsData) data[key] = null;
      return [errorAt(key, country, failed, requestId)];
    });
    return answerText(errors, data);
  },
  failuresIn: ({ errors }) => namedBy(errors),
};

const networks: Question = {
  name: 'networks',
  query: `{ networks { code name(language: EN) ${ROWS} } }`,
  expected(healthy, failures, requestId) {
    const rows = healthy.networks.map((row: { code: Country }) => {
      const failed = failures.get(row.code);
      return failed === undefined || failed.keepsData ? row : { code: row.code, name: null, statements: null };
    });
    const errors = [...failures]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([code, failed]) => errorAt('networks', code, failed, requestId));
    return answerText(errors, { networks: rows });
  },
  failuresIn: ({ errors }) => namedBy(errors),
};

/** Whole lists on one page, so that a country that is missing moves nobody else's rows. */
const merged: Question = {
  name: 'merged',
  query: `{ statements(first: 100) { nodes { id basis value rawText } totalCount
    coverage { asked answered refused { country reason } timedOut unavailable stale { country asOf } complete } } }`,
  expected({ statements }, failures) {
    const missing = CODES.filter((country) => failures.get(country)?.asOf === null);
    const stale = CODES.flatMap((country) => {
      const asOf = failures.get(country)?.asOf ?? null;
      return asOf === null ? [] : [{ country, asOf }];
    });
    const isMissing = ({ id }: { id: string }) => missing.some((country) => id.startsWith(`${country.toLowerCase()}:`));
    const coverage = {
      asked: CODES,
      answered: CODES.filter((country) => !missing.includes(country)),
      refused: [],
      timedOut: missing.filter((country) => failures.get(country)?.code === 'COUNTRY_TIMEOUT'),
      unavailable: missing.filter((country) => failures.get(country)?.code !== 'COUNTRY_TIMEOUT'),
      stale,
      complete: missing.length === 0 && stale.length === 0,
    };
    const nodes = statements.nodes.filter((row: { id: string }) => !isMissing(row));
    const totalCount = missing.length === 0 ? statements.totalCount : null;
    return answerText([], { statements: { nodes, totalCount, coverage } });
  },
  failuresIn({ data }) {
    const { timedOut, unavailable, stale } = data.statements.coverage;
    return new Map([
      ...timedOut.map(named('COUNTRY_TIMEOUT')),
      ...unavailable.map(named('COUNTRY_UNAVAILABLE')),
      ...stale.map(({ country, asOf }: { country: Country; asOf: string }) => named('COUNTRY_UNAVAILABLE', asOf)(country)),
    ]);
  },
};

export const QUESTIONS: readonly Question[] = [doors, networks, merged];
