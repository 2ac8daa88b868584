/** A kind of private record: the fields that rules read by what they hold, not by name. */
export interface RecordKind {
  readonly kind: string;
  readonly table: string;
  /** Fields that hold a day or an instant on which something happened, the row's own day first. */
  readonly dates: readonly string[];
  /** Fields whose value is one of a closed list. */
  readonly codes: Readonly<Record<string, readonly string[]>>;
  /** Fields that hold codes or keys that people type. */
  readonly keys: readonly string[];
  /** Fields that may be empty and that counts need. */
  readonly wanted: readonly string[];
}

/** The private records, in the order in which they refer to each other. */
export const recordKinds: readonly RecordKind[] = [
  {
    kind: 'persons',
    table: 'record_person',
    dates: ['joinedOn', 'birthDate'],
    codes: { sex: ['F', 'M', 'U'] },
    keys: ['sourceKey'],
    wanted: ['birthDate', 'regionId', 'joinedOn'],
  },
  {
    kind: 'consents',
    table: 'record_consent',
    dates: ['givenAt', 'withdrawnAt'],
    codes: { givenBy: ['SELF', 'REPRESENTATIVE'] },
    keys: ['sourceKey', 'purpose', 'legalBasis'],
    wanted: [],
  },
  {
    kind: 'memberships',
    table: 'record_membership',
    dates: ['startedOn'],
    codes: {},
    keys: ['sourceKey'],
    wanted: ['startedOn'],
  },
  {
    kind: 'participations',
    table: 'record_participation',
    dates: ['date'],
    codes: {},
    keys: ['sourceKey'],
    wanted: ['actionId', 'minutes'],
  },
  {
    kind: 'trainings',
    table: 'record_training',
    dates: ['finishedOn'],
    codes: {},
    keys: ['sourceKey'],
    wanted: ['programId'],
  },
  {
    kind: 'help-requests',
    table: 'record_help_request',
    dates: ['openedAt', 'closedAt'],
    codes: {},
    keys: ['sourceKey', 'category', 'outcome'],
    wanted: ['regionId'],
  },
  {
    kind: 'search-cases',
    table: 'record_search_case',
    dates: ['openedAt', 'closedAt'],
    codes: { outcome: ['FOUND_ALIVE', 'FOUND_DEAD', 'NOT_FOUND', 'CANCELLED'] },
    keys: ['sourceKey'],
    wanted: ['regionId', 'personsSought', 'teams'],
  },
  {
    kind: 'donations',
    table: 'record_donation',
    dates: ['date'],
    codes: { kind: ['BLOOD', 'IN_KIND', 'MONEY'] },
    keys: ['sourceKey', 'unit', 'glide'],
    wanted: ['amount', 'unit'],
  },
];

/** The publications, as `--as` names them. */
const publicationKinds = [
  'sources',
  'regions',
  'organizations',
  'units',
  'programs',
  'actions',
  'statements',
  'aid',
  'commitments',
  'practices',
];

/** Every kind. */
export const allKinds: readonly string[] = [...recordKinds.map(({ kind }) => kind), ...publicationKinds];

// The lists of codes as pairs, made once: rules read them for every row.
const byKind = new Map(recordKinds.map((kind) => [kind.kind, { ...kind, closedLists: Object.entries(kind.codes) }]));

/** The record kind of a name, or undefined for publications. */
export function findRecordKind(
  kind: string,
): (RecordKind & { readonly closedLists: readonly (readonly [string, readonly string[]])[] }) | undefined {
  return byKind.get(kind);
}

/** The names of the kinds that fulfil a condition, for the head of a rule. */
export function kindsWith(isMeant: (kind: RecordKind) => boolean): readonly string[] {
  return recordKinds.filter(isMeant).map(({ kind }) => kind);
}
