import { Agent, request } from 'undici';

/** A list of statements that can be asked for pages: the hub's, or that of one country. */
export interface StatementList {
  readonly url: string;
  /** The country's root field; null: the hub, which lists statements of all countries. */
  readonly door: string | null;
  /** What is asked of each row beside its id. */
  readonly fields: string;
  readonly orderBy: string;
}

export interface StatementPage {
  readonly ids: readonly string[];
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
  /** From the first byte sent to the last byte parsed. */
  readonly wallMs: number;
}

/** Pages one after the other. */
export interface Walk {
  readonly ids: readonly string[];
  readonly wallsMs: readonly number[];
  /** The cursor with which each page was asked; null: the first. */
  readonly cursors: readonly (string | null)[];
}

/** An answer that is not the right one: what was measured beside it says nothing. */
export class WrongAnswer extends Error {
  override readonly name = 'WrongAnswer';
}

export const PAGE_ROWS = 20;
const LIMIT_MS = 30_000;
const agent = new Agent({ connections: null, headersTimeout: LIMIT_MS, bodyTimeout: LIMIT_MS });

/**
 * Asks for one page.
 * Errors  WrongAnswer when the answer bears errors or does not rest on all countries
 */
export async function askPage({ url, door, fields, orderBy }: StatementList, after: string | null): Promise<StatementPage> {
  const coverage = door === null ? 'coverage { complete }' : '';
  const list = `statements(first: $first, after: $after, orderBy: $orderBy) { nodes { id ${fields} } pageInfo { hasNextPage endCursor } ${coverage} }`;
  const query = `query ($first: Int!, $after: String, $orderBy: StatementOrder!) { ${door === null ? list : `${door} { ${list} }`} }`;
  const begun = performance.now();
  const { body } = await request(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query, variables: { first: PAGE_ROWS, after, orderBy } }),
    dispatcher: agent,
  });
  const answer = (await body.json()) as Answer;
  const wallMs = performance.now() - begun;
  const connection = door === null ? answer.data?.statements : answer.data?.[door]?.statements;
  if (answer.errors !== undefined || !connection || connection.coverage?.complete === false) {
    throw new WrongAnswer(`${url} answered ${JSON.stringify(answer).slice(0, 500)}`);
  }
  const { nodes, pageInfo } = connection;
  return { ids: nodes.map(({ id }) => id), ...pageInfo, wallMs };
}

/** Asks for page after page; behind the last one comes the first again. */
export async function walkPages(list: StatementList, pages: number): Promise<Walk> {
  const ids: string[] = [];
  const wallsMs: number[] = [];
  const cursors: (string | null)[] = [];
  let after: string | null = null;
  for (let count = 0; count < pages; count += 1) {
    const page: StatementPage = await askPage(list, after);
    cursors.push(after);
    ids.push(...page.ids);
    wallsMs.push(page.wallMs);
    after = page.hasNextPage ? page.endCursor : null;
  }
  return { ids, wallsMs, cursors };
}

/**
 * Compares what a walk over all countries gave with what it had to give; the hub's own statements are of no made-up country.
 * Errors  WrongAnswer, with the first row that differs
 */
export function assertIds(walk: Walk, expected: readonly string[]): void {
  const ids = walk.ids.filter((id) => !id.startsWith('hub:'));
  const wrong = ids.findIndex((id, index) => id !== expected[index % expected.length]);
  if (ids.length === 0) throw new WrongAnswer('a walk gave no rows');
  if (wrong !== -1) throw new WrongAnswer(`row ${wrong} is ${ids[wrong]}, not ${expected[wrong % expected.length]}`);
}

interface Connection {
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly coverage?: { readonly complete: boolean };
}
interface Answer {
  readonly data?: { readonly statements?: Connection } & Readonly<Record<string, { readonly statements?: Connection }>>;
  readonly errors?: readonly unknown[];
}
