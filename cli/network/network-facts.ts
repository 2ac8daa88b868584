/** What a new network is made of. */
export interface NetworkFacts {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Name of the subgraph, its folder and its root field. */
  readonly subgraph: string;
  /** Name of the door's type. */
  readonly typeName: string;
  /** Name of the country in the contract's languages. */
  readonly names: { readonly ru: string; readonly kk: string; readonly uz: string; readonly en: string };
  /** Name of the country in its own language, and which language that is. */
  readonly endonym: string;
  readonly endonymLanguage: string;
  /** Languages the network works in, as BCP 47 tags. */
  readonly languages: readonly string[];
  /** Port of the subgraph on this machine. */
  readonly port: number;
}

/** What a person may say; the rest follows from the country's code. */
export interface GivenFacts {
  readonly country: string;
  readonly subgraph?: string | undefined;
  readonly name?: string | undefined;
  readonly nameRu?: string | undefined;
  readonly nameKk?: string | undefined;
  readonly nameUz?: string | undefined;
  readonly endonym?: string | undefined;
  readonly endonymLanguage?: string | undefined;
  readonly languages?: readonly string[] | undefined;
  readonly port?: number | undefined;
}
