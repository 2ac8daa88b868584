import type { BulkSession } from '../../../storage/bulk/bulk-session.ts';
import type { RecordKind } from '../kinds/import-kind.ts';
import { hasReferrers, STAGING } from './record-sql.ts';
import type { Staging } from './staging.ts';

/** What the waiting rows would do to the database. */
export interface RecordPlan {
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly removed: number;
  readonly kept: number;
  readonly erased: number;
  /** Rows of this kind and source that are there. */
  readonly present: number;
}

/** Counts what an import of the waiting rows would do. `mayRemove`: rows that are missing in the file go. */
export async function planRecords(staging: Staging, source: string, mayRemove: boolean): Promise<RecordPlan> {
  const { session, kind, sql } = staging;
  const [there] = await session.rows<{ present: number | string }>(
    `select count(*) as present from ${kind.table} where source = '${source}'`,
  );
  const present = Number(there?.present ?? 0);
  if (present === 0 && !(await hasErased(session, kind))) return planFirst(staging, 0);
  const erased = sql.isErased === '' ? '1 = 0' : sql.isErased;
  const [counted] = await session.rows<Record<'staged' | 'erased' | 'there' | 'changed', number | string>>(
    `select count(*) as staged, count(*) filter (where ${erased}) as erased,
       count(*) filter (where not (${erased}) and present.source_key is not null) as there,
       count(*) filter (where not (${erased}) and ${sql.isChanged}) as changed ${sql.fromStaged}`,
  );
  const count = (name: 'staged' | 'erased' | 'there' | 'changed'): number => Number(counted?.[name] ?? 0);
  const missing = mayRemove && present > count('there') ? await countMissing(staging) : { removed: 0, kept: 0 };
  return {
    new: count('staged') - count('erased') - count('there'),
    changed: count('changed'),
    unchanged: count('there') - count('changed'),
    erased: count('erased'),
    present,
    ...missing,
  };
}

/** Whether nothing of this kind and source is there, and nobody's rows must stay away: then every row of a file is new. */
export async function isFirst(session: BulkSession, kind: RecordKind, source: string): Promise<boolean> {
  const there = await session.rows(`select 1 as found from ${kind.table} where source = '${source}' limit 1`);
  return there.length === 0 && !(await hasErased(session, kind));
}

/** The plan where every row is new, and none has to be looked for; `straight`: rows that are in their table already. */
export async function planFirst({ session }: Staging, straight: number): Promise<RecordPlan> {
  const [counted] = await session.rows<{ staged: number | string }>(`select count(*) as staged from ${STAGING}`);
  return { new: Number(counted?.staged ?? 0) + straight, changed: 0, unchanged: 0, removed: 0, kept: 0, erased: 0, present: 0 };
}

/** Whether anybody to whom rows of the kind belong had themselves erased. */
async function hasErased(session: BulkSession, kind: RecordKind): Promise<boolean> {
  for (const { refersTo } of kind.fields) {
    if (refersTo === undefined) continue;
    const erased = await session.rows(`select 1 as found from ${refersTo.table} where erased_at is not null limit 1`);
    if (erased.length > 0) return true;
  }
  return false;
}

async function countMissing({ session, kind, sql }: Staging): Promise<{ removed: number; kept: number }> {
  const kept = hasReferrers(kind.table) ? 'count(*) filter (where referrer.id is not null)' : '0';
  const [counted] = await session.rows<{ missing: number | string; kept: number | string }>(
    `select count(*) as missing, ${kept} as kept ${sql.fromMissing}`,
  );
  const kepts = Number(counted?.kept ?? 0);
  return { removed: Number(counted?.missing ?? 0) - kepts, kept: kepts };
}
