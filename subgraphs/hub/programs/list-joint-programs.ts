import { expressionBuilder, type Kysely, sql, type SqlBool, type Expression } from 'kysely';
import type { PageArguments } from '../../contract/arguments/page-arguments.ts';
import type { Connection } from '../../contract/connections/connection-of.ts';
import { parseEdtf } from '../../contract/periods/parse-edtf.ts';
import type { Selection } from '../../serving/selection.ts';
import { keysetPage } from '../../storage/keyset-page.ts';
import type { HubTables } from '../tables.ts';
import type { JointProgram } from '../values/joint-program.ts';
import type { JointProgramFilter } from './joint-program-filter.ts';
import { publishJointProgram } from './publish-joint-program.ts';

const COLUMNS = [
  'kind',
  'titles',
  'parties',
  'directions',
  'status',
  'period_edtf',
  'period_start',
  'period_end',
  'period_basis',
  'signed_at',
  'readings',
  'source_id',
];

/**
 * Joint programs by id.
 * Errors  PAGE_TOO_LARGE, CURSOR_INVALID
 */
export function listJointPrograms(
  database: Kysely<HubTables>,
  filter: JointProgramFilter,
  page: PageArguments,
  selection: Selection,
): Promise<Connection<JointProgram>> {
  return keysetPage<JointProgram>(database as unknown as Kysely<never>, {
    table: 'joint_program',
    columns: COLUMNS,
    conditions: conditionsOf(filter),
    order: { column: 'id', direction: 'asc' },
    identity: { list: 'hub:joint_program', order: 'ID_ASC', filter },
    first: page.first,
    after: page.after,
    wants: { rows: selection.has('nodes') || selection.has('edges') || selection.has('pageInfo'), totalCount: selection.has('totalCount') },
    publish: publishJointProgram,
  });
}

function conditionsOf({ parties, directions, kinds, period }: JointProgramFilter): Expression<SqlBool>[] {
  const expression = expressionBuilder<HubTables, 'joint_program'>();
  const coded = (scheme: string, codes: readonly string[]) =>
    expression('id', 'in', (inner) =>
      inner.selectFrom('joint_program_code').select('joint_program_id').where('scheme', '=', scheme).where('code', 'in', codes),
    );
  const days = period == null ? null : parseEdtf(period);
  return [
    // All the named countries are parties, so each is a condition of its own.
    ...(parties ?? []).map((party) => coded('PARTY', [party])),
    ...(directions == null ? [] : [directions.length === 0 ? sql<SqlBool>`1 = 0` : coded('DIRECTION', directions)]),
    ...(kinds == null ? [] : [kinds.length === 0 ? sql<SqlBool>`1 = 0` : expression('kind', 'in', kinds)]),
    ...(days === null
      ? []
      : [expression('period_start', '<=', days.end ?? days.start), sql<SqlBool>`coalesce(period_end, period_start) >= ${days.start}`]),
  ];
}
