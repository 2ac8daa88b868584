import { ActionRow } from '../../subgraphs/national/publications/action/row.ts';
import { ClassificationRow } from '../../subgraphs/national/publications/classification-row.ts';
import type { PublicationRows } from '../../subgraphs/national/publications/publication-rows.ts';
import { SourceRow } from '../../subgraphs/national/publications/source/row.ts';
import { StatementRow } from '../../subgraphs/national/publications/statement/row.ts';

const UNDATED = {
  periodEdtf: null,
  periodStart: null,
  periodEnd: null,
  periodDuration: null,
  periodKind: null,
  periodBasis: null,
  periodRaw: null,
  periodAscending: '9999',
  periodDescending: '',
};

/** A statement of the made-up network as a row. */
export function statementRow(local: string, more: Partial<{ knownFrom: string; levels: string; value: number; indicator: string }> = {}) {
  const value = more.value ?? 7;
  return {
    id: `xa:statement:${local}`,
    subjectKind: 'COUNTRY',
    subjectId: 'XA',
    indicator: 'VOL_TOTAL',
    definition: 'REGISTERED_ON_PLATFORM',
    value,
    lower: value,
    lowerOpen: 0,
    upper: value,
    upperOpen: 0,
    qualifier: 'EXACT',
    unit: 'IE',
    regionId: null,
    levels: '["NATIONAL"]',
    population: null,
    mode: null,
    minAge: null,
    referencePeriod: null,
    method: 'ADMIN_REGISTER',
    obsStatus: 'A',
    missingReason: null,
    sourceId: 'xa:source:almanac',
    assertedBy: null,
    rawText: null,
    readings: '[]',
    note: null,
    partOf: '[]',
    overlaps: '[]',
    knownFrom: '2025-01-15',
    recordedAt: '2026-03-01T00:00:00.000Z',
    supersedes: null,
    supersededBy: null,
    supersededFrom: null,
    ...UNDATED,
    ...more,
  };
}

/** An action of the made-up network as a row. */
export function actionRow(local: string, name = 'Deed') {
  return {
    id: `xa:action:${local}`,
    countries: '["XA"]',
    isCrossBorder: 0,
    names: JSON.stringify({ en: name, original: name, originalLanguage: 'en' }),
    hasProperName: 0,
    kind: 'WORKSHOP',
    status: 'HELD',
    place: null,
    regionId: null,
    organizerIds: '[]',
    programId: null,
    superActionId: null,
    directions: '["ECOLOGY"]',
    level: null,
    edition: null,
    isSeekingPartners: null,
    partOf: '[]',
    sourceId: 'xa:source:almanac',
    ...UNDATED,
  };
}

/** A source of the made-up network as a row. */
export function sourceRow(local: string) {
  return {
    id: `xa:source:${local}`,
    key: local,
    title: null,
    label: '{}',
    publisher: null,
    url: null,
    language: null,
    published: null,
    publishedInferred: null,
    knownFrom: null,
    knownFromBasis: null,
  };
}

/** Rows of statements with their levels, as publishRows takes them. */
export function statementsOf(...rows: readonly ReturnType<typeof statementRow>[]): PublicationRows {
  const levels = rows.flatMap(({ id, levels: codes }) =>
    (JSON.parse(codes) as string[]).map((code) => ({ scheme: 'LEVEL', code, publicationId: id })),
  );
  return new Map<never, never>([[StatementRow, rows] as never, [ClassificationRow, levels] as never]);
}

/** Rows of actions with one line of work, as publishRows takes them. */
export function actionsOf(direction: string, ...rows: readonly ReturnType<typeof actionRow>[]): PublicationRows {
  const directions = rows.map(({ id }) => ({ scheme: 'DIRECTION', code: direction, publicationId: id }));
  const values = rows.map((row) => ({ ...row, directions: JSON.stringify([direction]) }));
  return new Map<never, never>([[ActionRow, values] as never, [ClassificationRow, directions] as never]);
}

/** Rows of sources, as publishRows takes them. */
export function sourcesOf(...rows: readonly ReturnType<typeof sourceRow>[]): PublicationRows {
  return new Map<never, never>([[SourceRow, rows] as never]);
}
