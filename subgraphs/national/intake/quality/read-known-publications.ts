import type { Kysely } from 'kysely';
import { OPEN_END, parseEdtf } from '../../../contract/periods/parse-edtf.ts';
import type { PublicationTables } from '../../publications/tables.ts';
import type { KnownDays, KnownPublications } from '../quality-rule.ts';

/** What the network publishes, as far as rules look things up in it: read once for a check. */
export async function readKnownPublications(database: Kysely<PublicationTables>): Promise<KnownPublications> {
  const [organizations, units, programs, sources, regions, actions] = await Promise.all([
    readIds(database, 'organization'),
    readIds(database, 'unit'),
    readIds(database, 'program'),
    readIds(database, 'source'),
    database.selectFrom('region').select(['id', 'valid_from', 'valid_to']).execute(),
    database.selectFrom('action').select(['id', 'period_edtf', 'period_start', 'period_end']).execute(),
  ]);
  return {
    organizations,
    units,
    programs,
    sources,
    regions: new Map(regions.map(({ id, valid_from: from, valid_to: to }) => [id, { from, to, isCertain: true }])),
    actions: new Map(actions.map((action) => [action.id, daysOf(action)])),
  };
}

async function readIds(database: Kysely<PublicationTables>, table: 'organization' | 'unit' | 'program' | 'source'): Promise<Set<string>> {
  const rows = await database.selectFrom(table).select('id').execute();
  return new Set(rows.map(({ id }) => id));
}

function daysOf(action: { period_edtf: string | null; period_start: string | null; period_end: string | null }): KnownDays {
  const { period_edtf: edtf, period_start: from, period_end: end } = action;
  const days = edtf === null ? null : parseEdtf(edtf);
  return { from, to: end === OPEN_END ? null : end, isCertain: days !== null && !days.isUncertain };
}
