import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { ActionFacts } from '../../../subgraphs/hub/merge/action-facts.ts';
import type { AidFlowFacts } from '../../../subgraphs/hub/merge/aid-flow-facts.ts';
import type { JointProgramFacts, Knowledge } from '../../../subgraphs/hub/merge/contradictions/knowledge.ts';
import type { Figure } from '../../../subgraphs/hub/merge/figure.ts';
import type { OrganizationFacts } from '../../../subgraphs/hub/merge/organization-facts.ts';
import { periodFacts } from '../../../subgraphs/hub/merge/period-facts.ts';
import type { ProgramFacts } from '../../../subgraphs/hub/merge/program-facts.ts';
import { isIsoRegion } from '../../../subgraphs/hub/merge/region-key.ts';
import type { RegionFacts } from '../../../subgraphs/hub/merge/region-facts.ts';
import type { SourceFacts } from '../../../subgraphs/hub/merge/source-facts.ts';
import type { StatementFacts } from '../../../subgraphs/hub/merge/statement-facts.ts';

type CsvRow = Readonly<Record<string, string>>;

const readCsv = (path: string): CsvRow[] => parse(readFileSync(path, 'utf8'), { columns: true }) as CsvRow[];
const facts = (file: string): CsvRow[] => readCsv(`test/facts/${file}.csv`);
const text = (cell: string | undefined): string | null => cell || null;
const list = (cell: string | undefined): string[] => (cell ? cell.split('|') : []);
const number = (cell: string | undefined): number | null => (cell ? Number(cell) : null);
const flag = (cell: string | undefined): boolean | null => (cell ? cell === 'true' : null);

/** The id of a row: the part before the first hyphen is the owner, the file gives the type. */
function idOf(slug: string, type: string): string {
  const at = slug.indexOf('-');
  const owner = slug.slice(0, at);
  const isJoint = owner === 'joint' && type === 'program';
  return `${owner === 'joint' ? 'hub' : owner}:${isJoint ? 'joint-program' : type}:${slug.slice(at + 1)}`;
}
const idsOf = (cell: string | undefined, type: string): string[] => list(cell).map((slug) => idOf(slug, type));

const sources = new Map(facts('sources').map((row) => [row['id']!, row]));

function sourceOf(slug: string, owner: string): SourceFacts {
  const row = sources.get(slug)!;
  const key = slug.slice(slug.indexOf('-') + 1);
  const basis = row['published'] ? 'STATED' : row['published_inferred'] ? 'INFERRED' : null;
  return { id: `${owner}:source:${key}`, key, knownFrom: text(row['known_from']), knownFromBasis: basis };
}

const ownerOf = (id: string): string => id.split(':')[0]!;
const countryOf = (row: CsvRow): string | null => (row['country'] === 'JOINT' ? null : row['country']!);
const figureOf = (row: CsvRow, value: string): Figure => ({
  value: number(row[value]),
  lower: number(row['lower']),
  lowerOpen: flag(row['lower_open']),
  upper: number(row['upper']),
  upperOpen: flag(row['upper_open']),
  qualifier: row['qualifier'] as Figure['qualifier'],
});
const readingsOf = (cell: string | undefined) =>
  list(cell).map((reading) => ({ aspect: reading.split('=')[0]!, value: reading.split('=').slice(1).join('=') }));

function statementOf(row: CsvRow): StatementFacts {
  const id = idOf(row['id']!, 'statement');
  const isCode = row['subject_kind'] === 'COUNTRY' || row['subject_kind'] === 'REGION';
  const source = sourceOf(row['source']!, ownerOf(id));
  const region = text(row['region']);
  return {
    id,
    country: countryOf(row),
    subject: { kind: row['subject_kind']!, id: isCode ? row['subject']! : idOf(row['subject']!, row['subject_kind']!.toLowerCase()) },
    indicator: row['indicator']!,
    definition: row['definition']!,
    basis: 'REPORTED',
    ...figureOf(row, 'value'),
    unit: row['unit']!,
    period: periodFacts({
      edtf: text(row['period']),
      duration: text(row['duration']),
      kind: text(row['period_kind']),
      basis: text(row['period_basis']),
    }),
    regionIso: region !== null && isIsoRegion(region) ? region : null,
    regionKey: region,
    levels: list(row['level']),
    population: text(row['population']),
    method: row['method']!,
    missingReason: null,
    source,
    readings: readingsOf(row['readings']),
    partOf: idsOf(row['part_of'], 'statement'),
    overlaps: idsOf(row['overlaps'], 'statement'),
    knownFrom: source.knownFrom,
    supersededBy: null,
  };
}

function actionPeriod(row: CsvRow) {
  const [start, end] = [row['start']!, row['end']!];
  if (start === '') return null;
  return periodFacts({ edtf: start === end ? start : `${start}/${end}`, duration: null, kind: null, basis: text(row['date_basis']) });
}

const names = facts('names').filter(({ basis }) => basis !== 'ASSUMED');
const aliasesOf = (slug: string): string[] => names.filter(({ subject }) => subject === slug).map(({ alias }) => alias!);

const organizationOf = (row: CsvRow): OrganizationFacts => ({
  id: idOf(row['id']!, 'organization'),
  country: countryOf(row),
  name: row['name']!,
  aliases: aliasesOf(row['id']!),
  legalForm: text(row['legal_form']),
  kind: row['kind']!,
  sameAs: [],
  possiblySameAs: idsOf(row['possibly_same_as'], 'organization'),
});

const programOf = (row: CsvRow): ProgramFacts => ({
  id: idOf(row['id']!, 'program'),
  country: countryOf(row),
  name: row['name']!,
  aliases: aliasesOf(row['id']!),
  kind: row['kind']!,
  rhythm: text(row['rhythm']),
  period: actionPeriod(row),
});

const jointProgramOf = (row: CsvRow): JointProgramFacts => ({
  id: idOf(row['id']!, 'program'),
  kind: row['kind']!,
  names: [row['name']!, ...aliasesOf(row['id']!)],
  readings: readingsOf(row['readings']),
});

const actionOf = (row: CsvRow): ActionFacts => ({
  id: idOf(row['id']!, 'action'),
  country: countryOf(row),
  name: row['name']!,
  hasProperName: flag(row['proper_name']),
  kind: row['kind']!,
  level: text(row['level']),
  regionKey: text(row['region']),
  period: actionPeriod(row),
  programId: row['program'] ? idOf(row['program'], 'program') : null,
});

function aidFlowOf(row: CsvRow): AidFlowFacts {
  const id = idOf(row['id']!, 'aid-flow');
  const source = sourceOf(row['source']!, ownerOf(id));
  return {
    id,
    country: countryOf(row),
    stage: row['stage']!,
    originKey: text(row['origin_region']),
    destinations: list(row['destination_countries']),
    glide: list(row['glide']),
    ...figureOf(row, 'tonnes'),
    unit: 'TNE',
    period: periodFacts({ edtf: text(row['period']), duration: null, kind: text(row['period_kind']), basis: 'INFERRED' }),
    statementId: row['statement'] ? idOf(row['statement'], 'statement') : null,
    overlaps: idsOf(row['overlaps'], 'aid-flow'),
    source,
    knownFrom: source.knownFrom,
  };
}

const regionOf = (row: CsvRow): RegionFacts => ({
  id: row['id']!,
  iso: text(row['iso']),
  names: { ru: row['name_ru']!, kk: row['name_kk']!, uz: row['name_uz']!, en: row['name_en']! },
  aliases: list(row['aliases']),
  validTo: text(row['valid_to']),
});

const DOORS = [
  ['KZ', 'kazakhstan'],
  ['RU', 'russia'],
  ['UZ', 'uzbekistan'],
] as const;

/** Everything that the articles say, as the rules see it; regions are the countries' own lists. */
export const knownFacts: Knowledge = {
  statements: facts('statements').map(statementOf),
  actions: facts('actions').map(actionOf),
  organizations: facts('organizations').map(organizationOf),
  programs: facts('programs')
    .filter(({ country }) => country !== 'JOINT')
    .map(programOf),
  jointPrograms: facts('programs')
    .filter(({ country }) => country === 'JOINT')
    .map(jointProgramOf),
  aidFlows: facts('aid').map(aidFlowOf),
  regions: new Map(DOORS.map(([code, folder]) => [code, readCsv(`subgraphs/${folder}/data/regions.csv`).map(regionOf)])),
};

const statementsById = new Map(knownFacts.statements.map((statement) => [statement.id, statement]));

/** A statement of the facts by its id without `:statement:`, as the files write it: `kz-vol-total-2022`. */
export function toldStatement(slug: string): StatementFacts {
  const found = statementsById.get(idOf(slug, 'statement'));
  if (found === undefined) throw new Error(`the facts have no statement ${slug}`);
  return found;
}

const typeOfSlug = new Map(
  (['statements', 'actions', 'organizations', 'programs', 'units'] as const).flatMap((file) =>
    facts(file).map((row) => [row['id']!, file.slice(0, -1)] as const),
  ),
);

/** The id of a row whose file is not told; `codelist:X` is the code list X. */
export function idOfSlug(slug: string): string {
  if (slug.startsWith('codelist:')) return slug.slice('codelist:'.length);
  const type = typeOfSlug.get(slug);
  if (type === undefined) throw new Error(`no file of the facts has ${slug}`);
  return idOf(slug, type);
}

/** A row of contradictions.csv. */
export interface Expectation {
  readonly id: string;
  readonly rule: string;
  readonly kind: string;
  /** Ids of the rows on either side; none of the second where one row contradicts itself. */
  readonly a: readonly string[];
  readonly b: readonly string[];
  readonly expect: string;
  readonly certainty: string;
  readonly reproduce: string;
}

const CONTRADICTION_EXPECTATIONS = new Set(['FIRES', 'MUST_NOT_FIRE']);

/** What contradictions.csv expects; of traps the sides stay as the file writes them, since some of them are flows. */
export const expectations: readonly Expectation[] = facts('contradictions').map((row) => {
  const idsIn = (cell: string | undefined) => (CONTRADICTION_EXPECTATIONS.has(row['expect']!) ? list(cell).map(idOfSlug) : list(cell));
  const { id = '', rule = '', kind = '', expect = '', certainty = '', reproduce = '' } = row;
  return { id, rule, kind, a: idsIn(row['a']), b: idsIn(row['b']), expect, certainty, reproduce };
});
