import type { GraphQLResolveInfo } from 'graphql';
import type { ForeignRows } from '../../serving/build-subgraph.ts';

/** A row that a country answered: its values stand under the response keys of the client's own selection. */
export class AnsweredRow {
  readonly #values: Readonly<Record<string, unknown>>;

  constructor(values: Readonly<Record<string, unknown>>) {
    this.#values = values;
  }

  /** Type of the row where the selection behind it does not tell, for interfaces. */
  get __typename(): unknown {
    return this.#values['birge_type'];
  }

  value(responseKey: string): unknown {
    return this.#values[responseKey];
  }
}

/** Reads answered rows, and rows inside them, by the key under which the client asked. */
export const answeredRows: ForeignRows = {
  isForeign: (row) => row instanceof AnsweredRow,
  read: (row, info: GraphQLResolveInfo) => (row instanceof AnsweredRow ? wrap(row.value(String(info.path.key))) : undefined),
};

function wrap(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(wrap);
  return typeof value === 'object' && value !== null ? new AnsweredRow(value as Readonly<Record<string, unknown>>) : value;
}
