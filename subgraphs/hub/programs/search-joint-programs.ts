import type { Kysely } from 'kysely';
import { searchText } from '../../contract/text/search-text.ts';
import type { TextVersions } from '../../contract/values/localized-text.ts';
import { SearchHit } from '../../contract/values/search-hit.ts';
import type { HubRow } from '../lists/hub-page.ts';
import type { HubTables } from '../tables.ts';

/** Joint programs with a text in their title: the hub's own hits of a search. `folded` is the text as search compares it. */
export async function searchJointPrograms(database: Kysely<HubTables>, folded: string): Promise<HubRow[]> {
  const rows = await database.selectFrom('joint_program').select(['id', 'titles']).execute();
  return rows.flatMap(({ id, titles }) => {
    const { originalLanguage: _, ...versions } = JSON.parse(titles) as TextVersions;
    const isFound = Object.values(versions).some((title) => title != null && searchText(title).includes(folded));
    const row = Object.assign(new SearchHit(), { id, country: null, type: 'JointProgram', names: JSON.parse(titles) as TextVersions });
    return isFound ? [{ id, sortFields: {}, row }] : [];
  });
}
