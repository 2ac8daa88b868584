/** How asking one country ended. `data` is the country's door, as it answered. */
export type Outcome =
  | { readonly kind: 'answered'; readonly door: Readonly<Record<string, unknown>> }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'timedOut' }
  | { readonly kind: 'unavailable' };

/** The outcomes of one question, by country. */
export type Outcomes = ReadonlyMap<string, Outcome>;
