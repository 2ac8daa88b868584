import type { NamedQuestion } from '../../subgraphs/federation/checks/failing-questions.ts';
import { ownQuestions } from '../../subgraphs/hub/own-questions.ts';

/** What the hub asks by itself, as documents against a subgraph with the given root field. */
export function hubQuestions(rootField: string): NamedQuestion[] {
  return ownQuestions().map(({ neededBy, fields, variables }) => ({
    name: `hub: ${neededBy}`,
    document: `query ${variables.length > 0 ? `(${variables.join(', ')})` : ''} { ${rootField} { birge_code: code ${fields} } }`,
  }));
}
