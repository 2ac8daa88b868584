import type { ListIdentity } from '../../contract/connections/cursor.ts';
import type { PageInfo } from '../../contract/connections/page-info.ts';
import type { MergedRow } from '../merge/merge-pages.ts';
import type { RowAt } from './door-page.ts';
import type { MergedEdge } from './merged-connection-of.ts';
import { writeMergedCursor } from './merged-cursor.ts';

// Classes and not literals with getters: V8 gives each such literal a shape of its own, which keeps the whole page until a full collection.

/** A row of a merged page. Its cursor is made when it is read: it bears all positions, and most clients ask for the last alone. */
export class Edge implements MergedEdge {
  readonly #list: ListIdentity;
  readonly #row: MergedRow<RowAt>;

  constructor(list: ListIdentity, row: MergedRow<RowAt>) {
    this.#list = list;
    this.#row = row;
  }

  get cursor(): string {
    return writeMergedCursor(this.#list, this.#row.positions);
  }

  nodeAt(path: string): object | null {
    return this.#row.row(path);
  }
}

interface Place {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  /** The cursor behind which the page begins. */
  readonly after: string | null;
}

/** Where a merged page stands; its cursors, too, are made when they are read. */
export class EdgesInfo implements PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly #edges: readonly Edge[];
  readonly #after: string | null;

  constructor(edges: readonly Edge[], { hasNextPage, hasPreviousPage, after }: Place) {
    this.#edges = edges;
    this.#after = after;
    this.hasNextPage = hasNextPage;
    this.hasPreviousPage = hasPreviousPage;
  }

  get startCursor(): string | null {
    return this.#edges[0]?.cursor ?? null;
  }

  get endCursor(): string | null {
    return this.#edges.at(-1)?.cursor ?? this.#after;
  }
}
