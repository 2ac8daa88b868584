/** How asking one country ended. `data` is the country's door, as it answered. */
export type Outcome =
  /**
   * `asOf`: it is the last known copy, which was true then; null: it answered just now. `revision`: of its data, as it said beside the answer;
   * null: it said none, or it is a copy.
   */
  | {
      readonly kind: 'answered';
      readonly door: Readonly<Record<string, unknown>>;
      readonly asOf: string | null;
      readonly revision: string | null;
    }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'timedOut' }
  /** `isOwnError`: it is there, and answered with an error of its own. */
  | { readonly kind: 'unavailable'; readonly isOwnError?: true };

/** The outcomes of one question, by country. */
export type Outcomes = ReadonlyMap<string, Outcome>;

/** Whether nothing usable came from a country, so that its last known copy may stand in: neither a refusal nor an error of its own. */
export function isAway(outcome: Outcome): boolean {
  return outcome.kind === 'timedOut' || (outcome.kind === 'unavailable' && outcome.isOwnError !== true);
}
