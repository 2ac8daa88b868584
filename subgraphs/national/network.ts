import type { TextVersions } from '../contract/values/localized-text.ts';
import type { SharingPolicy } from './sharing-policy.ts';

/** What makes a country: facts, no behavior. Everything else every network has in common. */
export interface Network {
  /** Name of the subgraph, of its folder and of its root field. */
  readonly subgraph: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Name of the door's type, `<Country>Network`. */
  readonly typeName: string;
  /** Name of the country. */
  readonly names: TextVersions;
  /** Languages the network works in, as BCP 47 tags. */
  readonly languages: readonly string[];
  /** When the network was founded, as an EDTF date: 2016, 2016-03, 2016~. Null: not stated. */
  readonly founded: string | null;
  readonly website: string | null;
  readonly contactPoint: string | null;
  readonly policy: SharingPolicy;
  /** Folder of the publications to load at the first start. */
  readonly dataFolder: URL;
}
