const SERVED = new Set(['application/graphql-response+json', 'application/json', 'application/*', '*/*']);

/**
 * Whether an Accept header leaves room for a GraphQL answer; asked before execution, so that a refusal costs no country a request.
 * Shape   header or undefined -> boolean; a missing or empty header accepts everything
 * Errors  none: what cannot be read accepts nothing
 * Source  RFC 9110, 12.5.1 (weights: q=0 refuses)
 */
export function acceptsGraphql(header: string | undefined): boolean {
  if (header === undefined || header.trim() === '') return true;
  return header.split(',').some((range) => {
    const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    const weight = parameters.find((parameter) => parameter.startsWith('q='));
    return SERVED.has(type) && (weight === undefined || Number(weight.slice(2)) > 0);
  });
}
