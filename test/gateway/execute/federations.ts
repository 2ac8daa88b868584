import { readFileSync } from 'node:fs';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import type { SubgraphText } from './made-up-subgraph.ts';

export interface Federation {
  readonly name: string;
  readonly subgraphs: readonly SubgraphText[];
  /** How deep the queries go: some are planned in minutes when they are deep. */
  readonly maxDepth: number;
}

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires", "@provides",
  "@override", "@interfaceObject", "@inaccessible", "@tag"])\n`;
const federation = (name: string, texts: Readonly<Record<string, string>>, maxDepth = 6): Federation => ({
  name,
  maxDepth,
  subgraphs: Object.entries(texts).map(([subgraph, sdl]) => ({ name: subgraph, sdl: LINK + sdl })),
});
const ownText = (name: string): SubgraphText => ({ name, sdl: readFileSync(`schema/subgraphs/${name}.graphql`, 'utf8') });

/** Small supergraphs, each for some of what Federation 2 has, and the project's own. */
export const federations: readonly Federation[] = [
  federation('several and nested keys', {
    products: `type Query { products: [Product] product(upc: String!): Product! grid: [[Product!]] }
      type Product @key(fields: "id") @key(fields: "upc") { id: ID! upc: String! name: String maker: Maker! }
      type Maker @key(fields: "country { code } number") { country: Country! number: Int! title: String }
      type Country @shareable { code: String! }`,
    stock: `type Product @key(fields: "upc") { upc: String! stock: Int! shelves: [[Shelf!]!] }
      type Shelf @key(fields: "sku") { sku: String! height: Float }`,
    makers: `type Query { makers: [Maker!]! }
      type Maker @key(fields: "country { code } number") { country: Country! number: Int! founded: Int products(first: Int = 2): [Product!] }
      type Country @shareable { code: String! }
      type Product @key(fields: "id") { id: ID! rank: Int }`,
  }),
  federation('requires, provides and external', {
    catalog: `type Query { items: [Item!]! best: Item }
      type Item @key(fields: "id") { id: ID! weight: Int size: Size price(currency: String = "KZT"): Float }
      type Size @shareable { height: Int width: Int! }`,
    shipping: `type Query { parcels: [Parcel] }
      type Item @key(fields: "id") { id: ID! weight: Int @external size: Size @external
        cost: String @requires(fields: "weight") label(style: String): String! @requires(fields: "size { height width } weight") }
      type Size @external { height: Int width: Int! }
      type Parcel @key(fields: "id") { id: ID! item: Item! owner: Person @provides(fields: "name") }
      type Person @key(fields: "id") { id: ID! name: String @external }`,
    people: `type Query { people: [Person!] @shareable me: Person! }
      type Person @key(fields: "id") { id: ID! name: String @shareable age: Int parcels: [Parcel!] }
      type Parcel @key(fields: "id") { id: ID! }`,
    prints: `type Item @key(fields: "id") { id: ID! cost: String @external sticker: String @requires(fields: "cost") }`,
  }),
  federation('override, shareable and inaccessible', {
    old: `type Query { places: [Place!]! @shareable town: Place tone: Tone tones: [Tone!] }
      type Place @key(fields: "id") { id: ID! title: String people: Int point: Point @shareable hidden: String @inaccessible mood: Mood }
      type Point @shareable { x: Float! y: Float note: String }
      enum Tone { LOUD QUIET SECRET @inaccessible }
      union Mood = Good | Bad
      type Good @shareable { tone: Tone why: String }
      type Bad @inaccessible @shareable { why: String }`,
    newer: `type Query { places: [Place!]! @shareable points: [[Point]!]! }
      type Place @key(fields: "id") { id: ID! people: Int @override(from: "old") point: Point @shareable area: Float tones: [Tone] }
      type Point @shareable { x: Float! y: Float note: String }
      enum Tone { LOUD QUIET SECRET @inaccessible }`,
  }),
  federation('interfaces, unions and fragments', {
    nodes: `type Query { nodes: [Node] node(id: ID!): Node search(text: String): [Found!]! animals: [Animal!]! }
      interface Node { id: ID! }
      interface Animal implements Node { id: ID! name: String legs: Int }
      type Cat implements Node & Animal @key(fields: "id") { id: ID! name: String legs: Int friend: Animal value: String }
      type Dog implements Node & Animal @key(fields: "id") { id: ID! name: String legs: Int chases: [Cat!] value: Int }
      type Tree implements Node @key(fields: "id") { id: ID! height: Float value: [String] }
      union Found = Cat | Dog | Tree`,
    care: `type Query { visits: [Visit!] }
      type Visit { of: Patient! cost(with: Int): Float }
      union Patient = Cat | Dog
      type Cat @key(fields: "id") { id: ID! purrs: Boolean! owner: Owner }
      type Dog @key(fields: "id") { id: ID! barks: Boolean owner: Owner }
      interface Owner { label: String }
      type Family implements Owner @shareable { label: String size: Int! }
      type Shelter implements Owner @shareable { label: String city: String }`,
    woods: `type Tree @key(fields: "id") { id: ID! rings: Int! near: [Tree] value2: Int }`,
  }),
  federation(
    'interface objects',
    {
      media: `type Query { shelf: [Media!]! medium(id: ID!): Media }
      interface Media @key(fields: "id") { id: ID! title: String }
      type Book implements Media @key(fields: "id") { id: ID! title: String pages: Int }
      type Film implements Media @key(fields: "id") { id: ID! title: String minutes: Int! }`,
      reviews: `type Query { reviewed: [Media] latest: Review }
      type Media @key(fields: "id") @interfaceObject { id: ID! title: String @external
        reviews(first: Int): [Review!]! stars: Float borrowed: String @requires(fields: "title") }
      type Review { text: String about: Media! }`,
    },
    3,
  ),
  federation('inputs, scalars and mutations', {
    orders: `type Query { orders(filter: OrderFilter, page: Page = { first: 2, sort: [NEWEST] }): [Order!]! total(day: Day!): Money }
      type Mutation { place(order: NewOrder!): Order! cancel(id: ID!, why: String = "none"): Order }
      scalar Day scalar Money
      input OrderFilter { states: [State!] before: Day has: OrderFilter }
      input Page { first: Int! = 5 sort: [Sort] = [OLDEST] }
      input NewOrder { lines: [Line!]! note: String }
      input Line { sku: ID! count: Int = 1 }
      enum State { OPEN DONE } enum Sort { NEWEST OLDEST }
      type Order @key(fields: "id") { id: ID! state: State! placed: Day sum(in: String): Money matrix: [[Int]] }`,
    invoices: `type Query { invoices(states: [State!] = [OPEN]): [Invoice] }
      type Mutation { pay(invoice: ID!, amount: Float): Invoice! }
      enum State { OPEN DONE }
      type Invoice @key(fields: "id") { id: ID! order: Order! lines(after: Int = 0): [[String!]!] }
      type Order @key(fields: "id") { id: ID! invoice(open: State = OPEN): Invoice }`,
  }),
  { name: 'the project', maxDepth: 6, subgraphs: ['hub', 'kazakhstan', 'russia', 'uzbekistan'].map(ownText) },
];

export function supergraphOf({ name, subgraphs }: Federation): string {
  const services = subgraphs.map((subgraph) => ({
    name: subgraph.name,
    url: `http://${subgraph.name}.example/`,
    typeDefs: parse(subgraph.sdl),
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (supergraphSdl === undefined) throw new Error(`${name} does not compose: ${errors.map(({ message }) => message).join('; ')}`);
  return supergraphSdl;
}
