import type { Kysely } from 'kysely';
import { typeOfId } from '../../../contract/identifiers/published-id.ts';
import type { PublicationTables } from '../../publications/tables.ts';

/** Offices that answer for a region. */
const REGIONAL_KINDS = new Set(['REGIONAL_BRANCH', 'REGIONAL_FRONT_OFFICE']);

/** Which unit a row belongs to, by the action, the unit or the region it names. */
export interface UnitFinder {
  /** Single offices that answer for a region, whether they delivered or not. */
  readonly regionalUnits: readonly string[];
  /** The unit of an id of an action, a unit or a region; null: none, or several. */
  unitOf(this: void, id: string | null): string | null;
}

/**
 * Reads which units there are. An action belongs to the unit that organizes it, else to the one office of its region; a region to its one office.
 * A row that collects several offices under one name stands for none of them.
 */
export async function readUnitFinder(database: Kysely<PublicationTables>): Promise<UnitFinder> {
  const [units, actions] = await Promise.all([
    database.selectFrom('unit').select(['id', 'kind', 'region_id', 'is_collective']).orderBy('id').execute(),
    database.selectFrom('action').select(['id', 'organizer_ids', 'region_id']).execute(),
  ]);
  const regional = units.filter((unit) => REGIONAL_KINDS.has(unit.kind) && unit.is_collective === 0);
  const byRegion = new Map<string, string>();
  for (const [region, offices] of Map.groupBy(regional, (unit) => unit.region_id)) {
    const [office, ...others] = offices;
    if (region !== null && office !== undefined && others.length === 0) byRegion.set(region, office.id);
  }
  const found = new Map<string, string>(byRegion);
  for (const { id } of units) found.set(id, id);
  for (const { id, organizer_ids: organizers, region_id: region } of actions) {
    const unit = (JSON.parse(organizers) as string[]).find((organizer) => typeOfId(organizer) === 'unit') ?? byRegion.get(region ?? '');
    if (unit !== undefined) found.set(id, unit);
  }
  return { regionalUnits: regional.map(({ id }) => id), unitOf: (id) => found.get(id ?? '') ?? null };
}
