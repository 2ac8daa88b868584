import type { RecordField, RecordKind } from './import-kind.ts';

type More = Omit<Partial<RecordField>, 'name' | 'type'>;

function field(name: string, type: RecordField['type'], more: More = {}): RecordField {
  return { name, column: name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), type, isRequired: false, ...more };
}

const required = { isRequired: true } as const;
const sourceKey = field('sourceKey', 'key', required);
const person = field('personKey', 'key', { ...required, refersTo: { table: 'record_person', column: 'person_id', isMade: false } });
const region = field('regionId', 'region');
const published = (name: string, table: string, more: More = {}): RecordField =>
  field(name, 'publication', { ...more, published: { table, idType: table } });

function kind(name: string, table: string, dayField: string | null, fields: readonly RecordField[], isUnit = false): RecordKind {
  return { family: 'record', name, table: `record_${table}`, dayField, fields: [sourceKey, ...fields], isUnit };
}

/** Every kind of private record; who is referred to comes first. */
export const recordKinds: readonly RecordKind[] = [
  kind(
    'persons',
    'person',
    null,
    [
      field('birthDate', 'day'),
      field('sex', 'code', { codes: ['F', 'M', 'U'], whenEmpty: 'U' }),
      region,
      field('joinedOn', 'day'),
      field('blocked', 'flag', { whenEmpty: 0 }),
    ],
    true,
  ),
  kind('consents', 'consent', null, [
    person,
    field('purpose', 'code', required),
    field('legalBasis', 'code', required),
    field('givenBy', 'code', { ...required, codes: ['SELF', 'REPRESENTATIVE'] }),
    field('givenAt', 'day', required),
    field('expiresAt', 'day'),
    field('withdrawnAt', 'day'),
  ]),
  kind('memberships', 'membership', null, [
    person,
    published('organizationId', 'organization', required),
    published('unitId', 'unit'),
    field('role', 'text'),
    field('startedOn', 'day'),
    field('endedOn', 'day'),
  ]),
  kind('participations', 'participation', 'date', [
    person,
    published('actionId', 'action'),
    field('role', 'text'),
    field('date', 'day', required),
    field('minutes', 'minutes'),
    field('confirmedBy', 'text'),
  ]),
  kind('trainings', 'training', null, [
    person,
    published('programId', 'program'),
    field('course', 'text'),
    field('finishedOn', 'day', required),
    field('validUntil', 'day'),
  ]),
  kind('help-requests', 'help_request', 'openedAt', [
    field('requesterKey', 'key', { ...required, refersTo: { table: 'record_requester', column: 'requester_id', isMade: true } }),
    field('category', 'code', required),
    region,
    field('openedAt', 'day', required),
    field('closedAt', 'day'),
    field('outcome', 'code'),
  ]),
  kind('search-cases', 'search_case', 'openedAt', [
    region,
    field('openedAt', 'day', required),
    field('closedAt', 'day'),
    field('outcome', 'code', { codes: ['FOUND_ALIVE', 'FOUND_DEAD', 'NOT_FOUND', 'CANCELLED'] }),
    field('personsSought', 'count'),
    field('teams', 'count'),
  ]),
  kind('donations', 'donation', 'date', [
    field('donorKey', 'key', { ...required, refersTo: { table: 'record_donor', column: 'donor_id', isMade: true } }),
    field('kind', 'code', { ...required, codes: ['BLOOD', 'IN_KIND', 'MONEY'] }),
    field('amount', 'amount'),
    field('unit', 'text'),
    field('date', 'day', required),
    published('actionId', 'action'),
    field('glide', 'text'),
  ]),
];
