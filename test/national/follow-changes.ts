import { FIRST_INSTANT, type OpenHistory } from './open-history.ts';

interface ChangeNode {
  readonly id: string;
  readonly op: 'UPSERT' | 'DELETE';
  readonly type: string;
  readonly entity: string;
  readonly at: string;
}

/** Someone who keeps a copy of the lists by the feed alone: reads pages with a cursor and applies them. */
export class Follower {
  readonly copy = new Set<string>();
  readonly seen: ChangeNode[] = [];
  readonly #history: OpenHistory;
  #cursor: string | null = null;

  constructor(history: OpenHistory) {
    this.#history = history;
  }

  /** Reads one page and applies it; tells whether more follow. */
  async readPage(first: number): Promise<boolean> {
    const { nodes, pageInfo } = await readChanges(this.#history, first, this.#cursor);
    for (const change of nodes) {
      this.seen.push(change);
      if (change.op === 'UPSERT') this.copy.add(change.entity);
      else this.copy.delete(change.entity);
    }
    // An empty page has no cursor: the follower waits where it stands.
    this.#cursor = pageInfo.endCursor ?? this.#cursor;
    return pageInfo.hasNextPage;
  }

  async catchUp(first = 1_000): Promise<string[]> {
    while (await this.readPage(first));
    return [...this.copy].toSorted();
  }
}

interface ChangePage {
  readonly nodes: ChangeNode[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
  readonly totalCount: number;
}

/** One page of the feed, as the door shows it. */
export async function readChanges(
  history: OpenHistory,
  first: number,
  after: string | null = null,
  since: string = FIRST_INSTANT,
): Promise<ChangePage> {
  const cursor = after === null ? '' : `, after: "${after}"`;
  const { changes } = await history.inside(
    `changes(since: "${since}", first: ${first}${cursor}) { totalCount nodes { id op type entity country at } pageInfo { endCursor hasNextPage } }`,
  );
  return changes as ChangePage;
}

const LISTS = ['statements', 'actions', 'organizations', 'units', 'programs', 'aid', 'commitments', 'practices'];

/** Ids of everything that is published now: the door's lists, its regions, and the sources, which have no list. */
export async function currentIds({ database, inside }: OpenHistory): Promise<string[]> {
  const answer = await inside(`${LISTS.map((list) => `${list}(first: 1000) { nodes { id } }`).join(' ')} regions { id }`);
  const sources = await database.read.selectFrom('source').select('id').execute();
  return [...LISTS.flatMap((list) => answer[list].nodes), ...answer.regions, ...sources].map(({ id }: { id: string }) => id).toSorted();
}
