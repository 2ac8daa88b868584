import { readFileSync } from 'node:fs';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';

/** What a subgraph answers to everything, and at which revision of whose data. */
export interface CannedAnswer {
  readonly body: string;
  readonly name: string;
  readonly revision: string;
}

/** A supergraph, a query, and the fixed answer of each subgraph to its part of it. */
export interface CannedFederation {
  readonly supergraph: string;
  readonly query: string;
  /** The whole answer of a subgraph, by its name. */
  readonly answers: Readonly<Record<string, CannedAnswer>>;
  /** What a gateway must answer. */
  readonly data: Readonly<Record<string, unknown>>;
}

const ROWS = 17;
const NOBODY = 'http://127.0.0.1:1/graphql';

/** The project's own supergraph and the stored question to its three doors; the answer has about 10 kB. */
export function threeDoors(): CannedFederation {
  const doors = { russia: 'RU', kazakhstan: 'KZ', uzbekistan: 'UZ' };
  const data = Object.fromEntries(
    Object.entries(doors).map(([door, code]) => [door, { code, name: `Network of ${code}`, statements: { nodes: rows(code) } }]),
  );
  return {
    supergraph: readFileSync('schema/supergraph.graphql', 'utf8'),
    query: readFileSync('schema/operations/doors-statements.graphql', 'utf8'),
    data,
    answers: answersOf(data),
  };
}

/** A supergraph of some countries, each with a door of its own; every door answers about 1 kB. */
export function manyDoors(countries: number): CannedFederation {
  const codes = Array.from(
    { length: countries },
    (_, index) => `${String.fromCharCode(65 + Math.floor(index / 26))}${String.fromCharCode(65 + (index % 26))}`,
  );
  const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@tag"])\n';
  const shared = `type Statement @shareable { indicator: String value: Float lower: Float upper: Float qualifier: String period: Period source: Source }
    type Period @shareable { edtf: String } type Source @shareable { title: String }`;
  const services = codes.map((code) => ({
    name: `c${code.toLowerCase()}`,
    url: NOBODY,
    typeDefs: parse(`${link}${shared}
      type Network${code} @key(fields: "code") @tag(name: "country/${code}") { code: String! name: String statements: [Statement!] }
      type Query { c${code.toLowerCase()}: Network${code} }`),
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (supergraphSdl === undefined) throw new Error(`the countries do not compose: ${errors.map(({ message }) => message).join('; ')}`);
  const fields = 'code name statements { indicator value lower upper qualifier period { edtf } source { title } }';
  const data = Object.fromEntries(
    codes.map((code) => [`c${code.toLowerCase()}`, { code, name: `Network of ${code}`, statements: rows(code).slice(0, 5) }]),
  );
  return {
    supergraph: supergraphSdl,
    query: `{ ${Object.keys(data)
      .map((door) => `${door} { ${fields} }`)
      .join(' ')} }`,
    data,
    answers: answersOf(data),
  };
}

function answersOf(data: Readonly<Record<string, { readonly code: string }>>): Record<string, CannedAnswer> {
  return Object.fromEntries(
    Object.entries(data).map(([door, part]) => [
      door,
      { body: JSON.stringify({ data: { [door]: part } }), name: part.code, revision: '1' },
    ]),
  );
}

function rows(code: string): object[] {
  return Array.from({ length: ROWS }, (_, index) => ({
    indicator: 'VOL_TOTAL',
    value: 1_000 + index,
    lower: 1_000 + index,
    upper: index % 2 === 0 ? 1_500 + index : null,
    qualifier: 'MORE_THAN',
    period: { edtf: `20${10 + (index % 10)}` },
    source: { title: `Annual report of the network ${code}, page ${index}` },
  }));
}
