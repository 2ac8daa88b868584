/** What a network lets others see and how fresh it keeps it. Durations are ISO 8601. */
export interface SharingPolicy {
  /** Least counts that may be shown, by name. */
  readonly thresholds: Readonly<Record<string, number>>;
  readonly dimensions: readonly string[];
  readonly purposes: readonly string[];
  readonly refreshRhythm: string;
  /** How long others may show the last known copy while this network is away; null: not at all. */
  readonly lastKnownFor: string | null;
}
