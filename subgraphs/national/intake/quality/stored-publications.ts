import { type Kysely, sql } from 'kysely';
import type { MappedRow } from '../quality-rule.ts';

/** Table of each kind of publication. */
const TABLES: Readonly<Record<string, string>> = {
  sources: 'source',
  regions: 'region',
  organizations: 'organization',
  units: 'unit',
  programs: 'program',
  actions: 'action',
  statements: 'statement',
  aid: 'aid_flow',
  commitments: 'commitment',
  practices: 'practice',
};

/** Columns that bear another name in the data files, which is the one that rules know. */
const FILE_NAMES: Readonly<Record<string, string>> = {
  source_id: 'source',
  region_id: 'region',
  subject_id: 'subject',
  period_edtf: 'period',
  origin_region_id: 'origin_region',
};

type Stored = Readonly<Record<string, string | number | null>>;

/** The current publications of a kind, as their data file would tell them; a stored row has no number of a file, so they are counted from 1. */
export async function readStoredPublications(database: Kysely<never>, kind: string): Promise<MappedRow[]> {
  if (kind === 'names') return readStoredNames(database);
  const table = TABLES[kind] ?? kind;
  const current = kind === 'statements' ? sql`superseded_by is null` : sql`1 = 1`;
  const { rows } = await sql<Stored>`select * from ${sql.table(table)} where ${current} order by id`.execute(database);
  return rows.map((stored, index) => ({ row: index + 1, values: asInFile(kind, stored) }));
}

async function readStoredNames(database: Kysely<never>): Promise<MappedRow[]> {
  const tables = sql.join(
    ['organization', 'unit', 'program'].map((table) => sql`select id, aliases from ${sql.table(table)}`),
    sql` union all `,
  );
  const { rows } = await sql<{ id: string; aliases: string }>`select id, aliases from (${tables}) as named order by id`.execute(database);
  const names = rows.flatMap(({ id, aliases }) => (JSON.parse(aliases) as string[]).map((alias) => ({ subject: id, alias })));
  return names.map((values, index) => ({ row: index + 1, values }));
}

function asInFile(kind: string, stored: Stored): MappedRow['values'] {
  const values = Object.fromEntries(Object.entries(stored).map(([column, value]) => [FILE_NAMES[column] ?? column, value]));
  const flags = { lower_open: asFlag(stored['lower_open']), upper_open: asFlag(stored['upper_open']) };
  if (kind === 'actions' || kind === 'programs') return { ...values, start: stored['period_start'] ?? null };
  if (kind === 'aid') return { ...values, ...flags, tonnes: stored['value'] ?? null, glide: asList(stored['glide']) };
  return kind === 'statements' ? { ...values, ...flags } : values;
}

function asFlag(stored: string | number | null | undefined): string | null {
  return stored == null ? null : String(stored === 1);
}

function asList(stored: string | number | null | undefined): string | null {
  return typeof stored === 'string' ? (JSON.parse(stored) as string[]).join('|') || null : null;
}
