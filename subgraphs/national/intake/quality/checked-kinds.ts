import { importKinds } from '../kinds/import-kinds.ts';
import type { RecordKind } from '../kinds/import-kind.ts';

/** What rules know of a kind of private record: fields by what they hold, not by name. */
export interface CheckedKind {
  readonly kind: string;
  readonly table: string;
  /** Field of the day to which the row belongs. */
  readonly day: string;
  /** Fields of days on which something happened, so that none of them can lie ahead. */
  readonly dates: readonly string[];
  /** Fields whose value is one of a closed list, with the list. */
  readonly closedLists: readonly (readonly [string, readonly string[]])[];
  /** Fields that hold codes or keys that people type. */
  readonly keys: readonly string[];
  /** Field whose unit, action or region says which unit answers for the row. */
  readonly place: string | null;
  /** Fields that may be empty and that counts need; regions have a rule of their own. */
  readonly wanted: readonly string[];
}

/** Days that may lie ahead: until when something holds. */
const MAY_LIE_AHEAD = new Set(['expiresAt', 'validUntil', 'endedOn']);
const CODES_OF_THEIR_OWN = new Set(['unit', 'glide']);
const WANTED: ReadonlySet<string> = new Set([
  'birthDate',
  'joinedOn',
  'startedOn',
  'actionId',
  'minutes',
  'programId',
  'personsSought',
  'teams',
  'amount',
  'unit',
]);
const DAYS: Readonly<Record<string, string>> = {
  persons: 'joinedOn',
  consents: 'givenAt',
  memberships: 'startedOn',
  trainings: 'finishedOn',
};

function checkedKind({ name, table, fields, dayField }: RecordKind): CheckedKind {
  const ofType = (...types: readonly string[]) => fields.filter(({ type }) => types.includes(type));
  const place = fields.find(({ type, name: field }) => type === 'region' || field === 'unitId' || field === 'actionId');
  return {
    kind: name,
    table,
    day: dayField ?? DAYS[name] ?? '',
    dates: ofType('day')
      .map((field) => field.name)
      .filter((field) => !MAY_LIE_AHEAD.has(field)),
    closedLists: fields.flatMap(({ name: field, codes }) => (codes === undefined ? [] : [[field, codes] as const])),
    keys: fields
      .filter(({ type, codes, name: field }) => type === 'key' || (type === 'code' && codes === undefined) || CODES_OF_THEIR_OWN.has(field))
      .map((field) => field.name),
    place: place?.name ?? null,
    wanted: fields.filter(({ name: field, isRequired }) => !isRequired && WANTED.has(field)).map((field) => field.name),
  };
}

const checkedKinds: readonly CheckedKind[] = importKinds.flatMap((kind) => (kind.family === 'record' ? [checkedKind(kind)] : []));
const byKind = new Map(checkedKinds.map((kind) => [kind.kind, kind]));

/** Every kind, private records first. */
export const allKinds: readonly string[] = importKinds.map(({ name }) => name);

/** What rules know of a kind of record; undefined for publications. */
export function findCheckedKind(kind: string): CheckedKind | undefined {
  return byKind.get(kind);
}

/** The names of the kinds of records that fulfil a condition, for the head of a rule. */
export function kindsWith(isMeant: (kind: CheckedKind) => boolean): readonly string[] {
  return checkedKinds.filter(isMeant).map(({ kind }) => kind);
}

/** The column of a field: `actionId` is stored in `action_id`. */
export function columnOf(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
