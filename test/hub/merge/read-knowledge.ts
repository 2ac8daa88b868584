import { type Federation, startFederation } from '../../harness/start-federation.ts';
import { ACTION_FACTS_FIELDS, readActionFacts } from '../../../subgraphs/hub/merge/action-facts.ts';
import { AID_FLOW_FACTS_FIELDS, readAidFlowFacts } from '../../../subgraphs/hub/merge/aid-flow-facts.ts';
import type { Knowledge } from '../../../subgraphs/hub/merge/contradictions/knowledge.ts';
import { ORGANIZATION_FACTS_FIELDS, readOrganizationFacts } from '../../../subgraphs/hub/merge/organization-facts.ts';
import { PROGRAM_FACTS_FIELDS, readProgramFacts } from '../../../subgraphs/hub/merge/program-facts.ts';
import { readRegionFacts, REGION_FACTS_FIELDS } from '../../../subgraphs/hub/merge/region-facts.ts';
import { readStatementFacts, STATEMENT_FACTS_FIELDS } from '../../../subgraphs/hub/merge/statement-facts.ts';

type Row = Readonly<Record<string, unknown>>;
type Door = Readonly<Record<'statements' | 'actions' | 'organizations' | 'programs' | 'aid', { nodes: Row[] }>> & {
  readonly code: string;
  readonly regions: Row[];
};
interface Joint {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly readings: { aspect: string; value: string }[];
}

/** All that the rules look at, asked of the running doors with the rules' own selections. */
export async function readKnowledge(): Promise<Knowledge> {
  const federation: Federation = await startFederation({ maxAliases: 0 });
  const fields = `code statements(first: 1000) { nodes { ${STATEMENT_FACTS_FIELDS} } } actions(first: 1000) { nodes { ${ACTION_FACTS_FIELDS} } }
    organizations(first: 1000) { nodes { ${ORGANIZATION_FACTS_FIELDS} } } programs(first: 1000) { nodes { ${PROGRAM_FACTS_FIELDS} } }
    aid(first: 1000) { nodes { ${AID_FLOW_FACTS_FIELDS} } } regions { ${REGION_FACTS_FIELDS} }`;
  const { data, errors } = await federation.ask(
    `{ networks { ${fields} } jointPrograms { nodes { id kind title(language: RU) readings { aspect value } } } }`,
  );
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
  const doors = data.networks as Door[];
  return {
    statements: doors.flatMap(({ statements }) => statements.nodes.map(readStatementFacts)),
    actions: doors.flatMap(({ actions }) => actions.nodes.map(readActionFacts)),
    organizations: doors.flatMap(({ organizations }) => organizations.nodes.map(readOrganizationFacts)),
    programs: doors.flatMap(({ programs }) => programs.nodes.map(readProgramFacts)),
    aidFlows: doors.flatMap(({ aid }) => aid.nodes.map(readAidFlowFacts)),
    jointPrograms: (data.jointPrograms.nodes as Joint[]).map(({ id, kind, title, readings }) => ({ id, kind, names: [title], readings })),
    regions: new Map(doors.map(({ code, regions }) => [code, regions.map(readRegionFacts)])),
  };
}
