/** What a process of the benchmark is to be: some made-up countries, or the hub over them. */
export type MemberTask =
  | { readonly kind: 'countries'; readonly codes: readonly string[]; readonly folder: string }
  | {
      readonly kind: 'hub';
      readonly folder: string;
      /** Whether to count what it sends; where its CPU is measured that would be added to it. */
      readonly isCounted: boolean;
    };

/** Files of a run below its folder. */
export const roverFileOf = (folder: string): string => `${folder}/rover.yaml`;
export const dataFolderOf = (folder: string, country: string): string => `${folder}/data-${country.toLowerCase()}`;
export const sdlFileOf = (folder: string, subgraph: string): string => `${folder}/${subgraph}.graphql`;

/** What a process has used and asked since it was asked the last time. */
export interface Usage {
  /** Of all its threads, user and system, in microseconds. */
  readonly cpuUs: number;
  /** Requests that it sent to others, by their origin; the hub's own looks at the countries are not counted. */
  readonly asked: Readonly<Record<string, number>>;
  /** The most of these under way at one time. */
  readonly mostUnderWay: number;
}

/** A process is open: where each subgraph answers, by its name. */
export interface OpenMessage {
  readonly type: 'open';
  readonly urls: Readonly<Record<string, string>>;
}
export interface UsageMessage {
  readonly type: 'usage';
  readonly usage: Usage;
}
export type MemberMessage = OpenMessage | UsageMessage;
