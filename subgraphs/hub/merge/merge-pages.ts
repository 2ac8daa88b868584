// Long on purpose: merge and cursor positions are only right when read together.

/** A row that one owner answered, with what the merge needs of it. */
export interface SortedRow<Row> {
  readonly key: string | number;
  readonly id: string;
  /** The owner's own cursor of this row. */
  readonly cursor: string;
  readonly row: Row;
}

/** One owner's page: sorted as asked, at most as long as the merged page is to be. */
export interface OwnerPage<Row> {
  readonly rows: readonly SortedRow<Row>[];
  readonly hasNextPage: boolean;
}

/** How far each owner's list has been read: the owner's cursor of the last row that was shown; absent: from the beginning. */
export type Positions = ReadonlyMap<string, string>;

export interface MergedRow<Row> {
  readonly owner: string;
  readonly row: Row;
  /** Positions once this row has been shown. */
  readonly positions: Positions;
}

export interface MergedPage<Row> {
  readonly rows: readonly MergedRow<Row>[];
  readonly hasNextPage: boolean;
}

/**
 * Merges the owners' pages into one page in the asked order.
 * An owner that did not answer has no page here: its position stays where it was, so its rows come on a later page, none lost and none twice.
 * Shape   page by owner, rows wanted, direction, positions before -> rows with the positions behind each
 */
export function mergePages<Row>(
  pages: ReadonlyMap<string, OwnerPage<Row>>,
  { first, direction, positions }: { readonly first: number; readonly direction: 'asc' | 'desc'; readonly positions: Positions },
): MergedPage<Row> {
  const sign = direction === 'asc' ? 1 : -1;
  const heads = new Map([...pages.keys()].sort(byBytes).map((owner) => [owner, 0]));
  const rows: MergedRow<Row>[] = [];
  const walk = new Walk(positions);
  while (rows.length < first) {
    const next = leastHead(pages, heads, sign);
    if (next === null) break;
    const { owner, head } = next;
    heads.set(owner, (heads.get(owner) ?? 0) + 1);
    rows.push(new ShownRow(owner, head.row, walk, walk.step(owner, head.cursor)));
  }
  const hasNextPage = [...pages].some(([owner, page]) => page.hasNextPage || page.rows.length > (heads.get(owner) ?? 0));
  return { rows, hasNextPage };
}

/** The rows in the order in which they were shown, each as a step of its owner's position. */
class Walk {
  readonly #before: Positions;
  readonly #steps: (readonly [owner: string, cursor: string])[] = [];
  #made: { readonly steps: number; readonly positions: Positions };

  constructor(before: Positions) {
    this.#before = before;
    this.#made = { steps: 0, positions: before };
  }

  /** Goes one step; gives the number of steps up to here. */
  step(owner: string, cursor: string): number {
    return this.#steps.push([owner, cursor]);
  }

  /** The positions after some steps. From those made last, later ones are made by what lies between. */
  after(steps: number): Positions {
    const from = this.#made.steps <= steps ? this.#made : { steps: 0, positions: this.#before };
    this.#made = { steps, positions: new Map([...from.positions, ...this.#steps.slice(from.steps, steps)]) };
    return this.#made.positions;
  }
}

class ShownRow<Row> implements MergedRow<Row> {
  readonly owner: string;
  readonly row: Row;
  readonly #walk: Walk;
  readonly #steps: number;

  constructor(owner: string, row: Row, walk: Walk, steps: number) {
    this.owner = owner;
    this.row = row;
    this.#walk = walk;
    this.#steps = steps;
  }

  /** Made when asked for: of most pages only the last row's are. */
  get positions(): Positions {
    return this.#walk.after(this.#steps);
  }
}

function leastHead<Row>(pages: ReadonlyMap<string, OwnerPage<Row>>, heads: ReadonlyMap<string, number>, sign: number) {
  let least: { owner: string; head: SortedRow<Row> } | null = null;
  for (const [owner, index] of heads) {
    const head = pages.get(owner)?.rows[index];
    if (head !== undefined && (least === null || compare(head, least.head) * sign < 0)) least = { owner, head };
  }
  return least;
}

function compare(a: SortedRow<unknown>, b: SortedRow<unknown>): number {
  if (a.key !== b.key)
    return typeof a.key === 'number' && typeof b.key === 'number' ? a.key - b.key : byBytes(String(a.key), String(b.key));
  return byBytes(a.id, b.id);
}

/** As the owners' databases compare texts: by their UTF-8 bytes, which is the order of code points. */
function byBytes(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  for (let index = 0; index < shorter; index += 1) {
    const [ofA, ofB] = [a.charCodeAt(index), b.charCodeAt(index)];
    if (ofA === ofB) continue;
    // Half of a pair stands for a code point above all that one unit can hold.
    return Number(isHalf(ofA)) - Number(isHalf(ofB)) || ofA - ofB;
  }
  return a.length - b.length;
}

function isHalf(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}
