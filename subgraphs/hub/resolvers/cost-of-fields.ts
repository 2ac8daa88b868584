/**
 * What a field costs that looks at more than it answers; one point is one object of an answer.
 * Source  https://ibm.github.io/graphql-specs/cost-spec.html, "@cost"; docs/query.md, "Limits"
 */

/** Every row of a kind, of every country, is read for one answer: as much as a page of two hundred. */
export const COST_OF_ALL_ROWS = '@cost(weight: 200)';

/** It is found among what the hub knows already; finding it anew after a change is the dear part. */
export const COST_OF_COMPARISON = '@cost(weight: 50)';
