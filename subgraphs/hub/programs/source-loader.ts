import DataLoader from 'dataloader';
import type { Kysely } from 'kysely';
import type { LocalizedText } from '../../contract/values/localized-text.ts';
import { Source } from '../../contract/values/source.ts';
import type { HubTables } from '../tables.ts';

/** Gives sources by id, all that one request asks in one query; null for an id that is not there. */
export function createSourceLoader(database: Kysely<HubTables>): DataLoader<string, Source | null> {
  return new DataLoader(async (ids) => {
    const rows = await database
      .selectFrom('source')
      .selectAll()
      .where('id', 'in', [...ids])
      .execute();
    const byId = new Map(
      rows.map((row) => [
        row.id,
        Object.assign(new Source(), {
          ...row,
          label: JSON.parse(row.label) as LocalizedText,
          publishedInferred: row.published_inferred,
          knownFrom: row.known_from,
          knownFromBasis: row.known_from_basis,
        }),
      ]),
    );
    return ids.map((id) => byId.get(id) ?? null);
  });
}
