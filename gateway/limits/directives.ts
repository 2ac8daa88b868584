import { visit, type DirectiveNode, type DocumentNode, type GraphQLError } from 'graphql';
import { refusal } from './errors.ts';
import type { GatewayLimits } from './limits.ts';

/**
 * Refuses a document with too many directives, in all or on one field, fragment or variable.
 * Errors  TOO_MANY_DIRECTIVES
 */
export function findDirectiveFault(document: DocumentNode, { maxDirectives, maxDirectivesPerField }: GatewayLimits): GraphQLError | null {
  let inAll = 0;
  let inOnePlace = 0;
  visit(document, {
    enter(node) {
      const { directives } = node as { directives?: readonly DirectiveNode[] };
      inAll += directives?.length ?? 0;
      inOnePlace = Math.max(inOnePlace, directives?.length ?? 0);
    },
  });
  if (maxDirectivesPerField > 0 && inOnePlace > maxDirectivesPerField)
    return refusal('TOO_MANY_DIRECTIVES', { found: inOnePlace, max: maxDirectivesPerField, where: 'in one place' });
  if (maxDirectives > 0 && inAll > maxDirectives)
    return refusal('TOO_MANY_DIRECTIVES', { found: inAll, max: maxDirectives, where: 'in all' });
  return null;
}
