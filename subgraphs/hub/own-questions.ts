import 'reflect-metadata';
import type { DoorQuestion } from './ask/country-client.ts';
import { AVAILABILITY_FIELDS } from './code-lists/read-availability.ts';
import { doorPageQuestion, type ListVariable } from './lists/door-page.ts';
import { ACTION_SORTS, BY_INSTANT, STATEMENT_SORTS } from './lists/sort-keys.ts';
import { ACTION_FACTS_FIELDS } from './merge/action-facts.ts';
import { AID_FLOW_FACTS_FIELDS } from './merge/aid-flow-facts.ts';
import { ORGANIZATION_FACTS_FIELDS } from './merge/organization-facts.ts';
import { PROGRAM_FACTS_FIELDS } from './merge/program-facts.ts';
import { REGION_FACTS_FIELDS } from './merge/region-facts.ts';
import { STATEMENT_FACTS_FIELDS } from './merge/statement-facts.ts';
import { REPORT_FIELDS } from './programs/party-reports.ts';
import { STATUS_FIELDS } from './status/network-watch.ts';

/** A question that the hub asks every door by itself, whatever the client selected. */
export interface OwnQuestion {
  /** The hub's fields that rest on it. */
  readonly neededBy: string;
  readonly fields: string;
  readonly variables: readonly string[];
}

const filter = (type: string): ListVariable => ({ argument: 'filter', type, value: {} });
const orderBy = (type: string): ListVariable => ({ argument: 'orderBy', type, value: 'ID_ASC' });
const since: ListVariable = { argument: 'since', type: 'DateTime!', value: '' };
const text: ListVariable = { argument: 'text', type: 'String!', value: '' };
const asOf: ListVariable = { argument: 'asOf', type: 'Date', value: '' };
const sortFields = (sorts: Readonly<Record<string, { readonly fields: string }>>): string =>
  [...new Set(Object.values(sorts).map(({ fields }) => fields))].join(' ');

/**
 * Everything that the hub needs of a door, so that a host learns before it deploys which answers its change would empty.
 * Shape   nothing -> questions as fields below the door, with the declarations of their variables
 */
export function ownQuestions(): OwnQuestion[] {
  const facts = 'total, comparability, contradictions';
  return [
    list('statements', 'statements', sortFields(STATEMENT_SORTS), [filter('StatementFilter'), orderBy('StatementOrder'), asOf]),
    list('actions', 'actions', sortFields(ACTION_SORTS), [filter('ActionFilter'), orderBy('ActionOrder')]),
    list('organizations', 'organizations', '', [filter('OrganizationFilter')]),
    list('units', 'units', '', [filter('UnitFilter')]),
    list('practices', 'practices', '', [filter('PracticeFilter')]),
    list('changes', 'changes', BY_INSTANT.fields, [since]),
    list('search', 'search', '', [text]),
    list(facts, 'statements', STATEMENT_FACTS_FIELDS),
    list('contradictions', 'actions', ACTION_FACTS_FIELDS),
    list('contradictions', 'organizations', ORGANIZATION_FACTS_FIELDS),
    list('contradictions', 'programs', PROGRAM_FACTS_FIELDS),
    list('aid, contradictions', 'aid', AID_FLOW_FACTS_FIELDS, [filter('AidFilter')]),
    list('indicators, definitions', 'statements', AVAILABILITY_FIELDS),
    plain('regions, total, contradictions', `birge_regions: regions { ${REGION_FACTS_FIELDS} birge_codes: codes { birge_value: value } }`),
    plain('networkStatus', STATUS_FIELDS),
    plain('node', 'birge_node: node(id: $birge_id) { birge_type: __typename }', ['$birge_id: ID!']),
    plain('jointPrograms', `birge_reports: commitments(jointProgramId: $birge_p, first: 1) { nodes { ${REPORT_FIELDS} } }`, [
      '$birge_p: ID!',
    ]),
    plain('jointPrograms', 'birge_actions: actions(filter: { programs: [$birge_p] }, orderBy: START_ASC, first: 1) { nodes { id } }', [
      '$birge_p: ID!',
    ]),
  ];
}

const plain = (neededBy: string, fields: string, variables: readonly string[] = []): OwnQuestion => ({ neededBy, fields, variables });

function list(neededBy: string, field: string, ownFields: string, variables: readonly ListVariable[] = []): OwnQuestion {
  const question: DoorQuestion = doorPageQuestion({
    field,
    variables,
    first: 1,
    after: undefined,
    ownFields,
    parts: [],
    forwarded: { declarations: [], values: {} },
    wants: { rows: true, totalCount: true },
  });
  return { neededBy, fields: question.fields, variables: question.variables };
}
