import type { GraphQLFormattedError } from 'graphql';

export interface Answer {
  readonly status: number;
  readonly text: string;
  // Tests read answers of many shapes; their expectations are the types.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly data: any;
  readonly errors: readonly GraphQLFormattedError[];
}

/** Asks a GraphQL endpoint over HTTP. */
export async function ask(
  url: string,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  const text = await response.text();
  const { data = null, errors = [] } = JSON.parse(text) as { data?: unknown; errors?: GraphQLFormattedError[] };
  return { status: response.status, text, data, errors };
}
