import type { ASTVisitor, DocumentNode, GraphQLError, ValidationContext, ValidationRule } from 'graphql';
import { findAliasFault } from './aliases.ts';
import { findDepthFault } from './depth.ts';
import { findDirectiveFault } from './directives.ts';
import type { GatewayLimits } from './limits.ts';
import { findRepeatedFieldFault } from './repeated-fields.ts';
import { findRootFieldFault } from './root-fields.ts';

type Rule = (document: DocumentNode, limits: GatewayLimits) => GraphQLError | null;

/** The limits that the text of a document alone can break; a new one is added here. */
const rules: readonly Rule[] = [findDepthFault, findAliasFault, findRootFieldFault, findRepeatedFieldFault, findDirectiveFault];

/**
 * The limits as one rule of validation, which Apollo Server asks once for each new document.
 * A document over a limit is taken away from the specification's rules (a visitor that returns null removes the node), since looking at it is what costs.
 */
export function documentRule(limits: GatewayLimits): ValidationRule {
  return (context: ValidationContext): ASTVisitor => ({
    Document: {
      enter(document) {
        const faults = rules.flatMap((rule) => rule(document, limits) ?? []);
        for (const fault of faults) context.reportError(fault);
        return faults.length > 0 ? null : undefined;
      },
    },
  });
}
