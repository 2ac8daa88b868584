/** What a subgraph's `/revision` says now: status, and the body with its revisions by name. */
export async function readRevision(graphqlUrl: string): Promise<{ status: number; caching: string | null; body: Record<string, string> }> {
  const response = await fetch(new URL('/revision', graphqlUrl));
  return {
    status: response.status,
    caching: response.headers.get('cache-control'),
    body: (await response.json()) as Record<string, string>,
  };
}

/** Waits until a subgraph's data has another revision than this one, and gives it. */
export async function nextRevision(graphqlUrl: string, before: Readonly<Record<string, string>>): Promise<Record<string, string>> {
  for (;;) {
    const { body } = await readRevision(graphqlUrl);
    if (JSON.stringify(body) !== JSON.stringify(before)) return body;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** The label of an answer: which data it was made of, each with its revision. Null: it bears none. */
export async function labelOf(graphqlUrl: string, query: string, headers: Readonly<Record<string, string>> = {}): Promise<string | null> {
  return (await askLabelled(graphqlUrl, query, headers)).label;
}

/** An answer's data and its label. */
export async function askLabelled(
  graphqlUrl: string,
  query: string,
  headers: Readonly<Record<string, string>> = {},
  // oxlint-disable-next-line typescript/no-explicit-any
): Promise<{ label: string | null; data: any }> {
  const response = await fetch(graphqlUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  const { data } = (await response.json()) as { data?: unknown };
  return { label: response.headers.get('birge-revisions'), data };
}
