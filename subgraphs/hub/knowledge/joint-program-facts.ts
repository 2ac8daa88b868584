import type { Kysely } from 'kysely';
import type { TextVersions } from '../../contract/values/localized-text.ts';
import type { JointProgramFacts } from '../merge/contradictions/knowledge.ts';
import type { ReadingFacts } from '../merge/statement-facts.ts';
import type { HubTables } from '../tables.ts';

/** The hub's joint programs as the contradiction rules see them: the original title is their name. */
export async function readJointProgramFacts(database: Kysely<HubTables>): Promise<JointProgramFacts[]> {
  const rows = await database.selectFrom('joint_program').select(['id', 'kind', 'titles', 'readings']).execute();
  return rows.map(({ id, kind, titles, readings }) => {
    const { original } = JSON.parse(titles) as TextVersions;
    return { id, kind, names: original == null ? [] : [original], readings: JSON.parse(readings) as ReadingFacts[] };
  });
}
