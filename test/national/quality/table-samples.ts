/** A record by its table's columns; `table` is without `record_`. */
export type StoredRecord = Readonly<Record<string, string | number | null>> & { readonly table: string };

/** Records in which a rule finds so many rows, and records like them in which it finds none. */
export interface TableSample {
  readonly code: string;
  readonly kind: string;
  readonly field: string;
  readonly finds: number;
  readonly breaks: readonly StoredRecord[];
  readonly keeps: readonly StoredRecord[];
}

let keys = 0;
const record = (table: string, values: Record<string, string | number | null>): StoredRecord => ({
  table,
  source: 'registry',
  source_key: `k${++keys}`,
  imported_by: 1,
  ...values,
});

export const person = (id: string, values: Record<string, string | number | null> = {}): StoredRecord =>
  record('person', { id, birth_date: '1990-05-01', sex: 'F', region_id: 'kz:region:almaty-city', joined_on: '2020-01-01', ...values });
export const worked = (owner: string, values: Record<string, string | number | null> = {}): StoredRecord =>
  record('participation', { person_id: owner, action_id: 'kz:action:almaty-search', date: '2024-05-01', minutes: 90, ...values });
const consent = (owner: string, values: Record<string, string | number | null> = {}): StoredRecord =>
  record('consent', {
    person_id: owner,
    purpose: 'STATISTICS',
    legal_basis: 'CONSENT',
    given_by: 'SELF',
    given_at: '2020-01-01',
    ...values,
  });
const member = (owner: string, values: Record<string, string | number | null> = {}): StoredRecord =>
  record('membership', { person_id: owner, organization_id: 'kz:organization:nvs', ...values });
const gave = (owner: string, values: Record<string, string | number | null> = {}): StoredRecord =>
  record('donation', { donor_id: owner, kind: 'BLOOD', date: '2024-05-01', ...values });
const donor = (id: string, key: string): StoredRecord => record('donor', { id, source_key: key });

const many = <Made>(count: number, make: (index: number) => Made): Made[] => Array.from({ length: count }, (_, index) => make(index));
const day = (index: number): string => new Date(Date.UTC(1980, 0, 2) + index * 40 * 86_400_000).toISOString().slice(0, 10);
const notOnTheFirst = (index: number): string => day(index).replace('-01-01', '-01-03');
const child = { birth_date: '2010-06-15' };

const sample = (
  code: string,
  kind: string,
  field: string,
  finds: number,
  breaks: readonly StoredRecord[],
  keeps: readonly StoredRecord[],
): TableSample => ({ code, kind, field, finds, breaks, keeps });

/** The day of the check is 2026-03-01. */
export const tableSamples: readonly TableSample[] = [
  sample('PERSON_UNKNOWN', 'participations', 'personKey', 1, [worked('nobody')], [person('a'), worked('a')]),
  sample('PERSON_UNKNOWN', 'consents', 'personKey', 1, [consent('nobody')], [person('a'), consent('a')]),
  sample(
    'PARTICIPATION_DUPLICATE',
    'participations',
    'sourceKey',
    1,
    [person('a'), worked('a'), worked('a')],
    [person('a'), worked('a'), worked('a', { minutes: 60 }), worked('a', { action_id: null }), worked('a', { action_id: null })],
  ),
  sample(
    'MINUTES_PER_DAY',
    'participations',
    'minutes',
    2,
    [person('a'), worked('a', { minutes: 500 }), worked('a', { minutes: 461, role: 'driver' })],
    [
      person('a'),
      worked('a', { minutes: 500 }),
      worked('a', { minutes: 460, role: 'driver' }),
      worked('a', { minutes: 500, date: '2024-05-02' }),
    ],
  ),
  sample(
    'PARTICIPATION_AGE',
    'participations',
    'date',
    2,
    [person('a', { birth_date: '2017-05-02' }), worked('a'), person('b', { birth_date: '1913-05-01' }), worked('b')],
    [
      person('a', { birth_date: '2017-05-01' }),
      worked('a'),
      person('b', { birth_date: '1913-05-02' }),
      worked('b'),
      person('c', { birth_date: null }),
      worked('c'),
    ],
  ),
  sample(
    'PARTICIPATION_BEFORE_JOINING',
    'participations',
    'date',
    1,
    [person('a', { joined_on: '2024-05-02' }), worked('a')],
    [person('a', { joined_on: '2024-05-01' }), worked('a'), person('b', { joined_on: null }), worked('b')],
  ),
  sample(
    'PARTICIPATION_OF_RESTRICTED',
    'participations',
    'personKey',
    2,
    [person('a', { blocked: 1 }), worked('a'), person('b', { erased_at: '2025-01-01T00:00:00Z' }), worked('b')],
    [person('a'), worked('a')],
  ),
  sample(
    'MINOR_WITHOUT_CONSENT',
    'participations',
    'personKey',
    4,
    [
      person('a', child),
      worked('a'),
      person('b', child),
      consent('b'),
      worked('b'),
      person('c', child),
      consent('c', { given_by: 'REPRESENTATIVE', given_at: '2024-05-02' }),
      worked('c'),
      person('d', child),
      consent('d', { given_by: 'REPRESENTATIVE', withdrawn_at: '2024-05-01' }),
      worked('d'),
    ],
    [person('a', child), consent('a', { given_by: 'REPRESENTATIVE', expires_at: '2024-05-01' }), worked('a'), person('b'), worked('b')],
  ),
  sample(
    'PARTICIPATION_AFTER_WITHDRAWAL',
    'participations',
    'date',
    2,
    [
      person('a'),
      consent('a', { withdrawn_at: '2024-05-01' }),
      worked('a'),
      person('b'),
      consent('b', { expires_at: '2024-04-30' }),
      worked('b'),
    ],
    [
      person('a'),
      consent('a', { withdrawn_at: '2024-05-02' }),
      worked('a'),
      person('b'),
      consent('b', { withdrawn_at: '2022-01-01' }),
      consent('b', { given_at: '2023-01-01' }),
      worked('b'),
      person('c'),
      worked('c'),
    ],
  ),
  sample(
    'SELF_CONSENT_OF_MINOR',
    'consents',
    'givenBy',
    1,
    [person('a', { birth_date: '2002-01-02' }), consent('a')],
    [person('a', { birth_date: '2002-01-01' }), consent('a'), person('b', child), consent('b', { given_by: 'REPRESENTATIVE' })],
  ),
  sample(
    'MEMBERSHIP_OVERLAP',
    'memberships',
    'startedOn',
    1,
    [person('a'), member('a', { started_on: '2020-01-01' }), member('a', { started_on: '2021-01-01' })],
    [
      person('a'),
      member('a', { started_on: '2020-01-01', ended_on: '2020-12-31' }),
      member('a', { started_on: '2021-01-01' }),
      member('a', { started_on: '2021-01-01', organization_id: 'kz:organization:medmol' }),
    ],
  ),
  sample(
    'DONOR_UNDER_AGE',
    'donations',
    'date',
    1,
    [person('a', { ...child, source_key: 'v-1' }), donor('d', 'v-1'), gave('d')],
    [
      person('a', { birth_date: '2006-05-01', source_key: 'v-1' }),
      donor('d', 'v-1'),
      gave('d'),
      donor('e', 'unknown'),
      gave('e'),
      person('b', { ...child, source_key: 'v-2' }),
      donor('f', 'v-2'),
      gave('f', { kind: 'MONEY' }),
    ],
  ),
  sample(
    'DONATION_INTERVAL',
    'donations',
    'date',
    1,
    [donor('d', '1'), gave('d', { date: '2024-01-31' }), gave('d', { date: '2024-03-26' })],
    [
      donor('d', '1'),
      gave('d', { date: '2024-01-31' }),
      gave('d', { date: '2024-03-27' }),
      gave('d', { date: '2024-03-28', kind: 'MONEY' }),
    ],
  ),
  sample(
    'MISSING_SHARE',
    'persons',
    'birthDate',
    21,
    many(100, (index) => person(`p${index}`, { birth_date: index < 21 ? null : notOnTheFirst(index) })),
    many(100, (index) => person(`p${index}`, { birth_date: index < 20 ? null : notOnTheFirst(index) })),
  ),
  sample(
    'UNKNOWN_REGION_SHARE',
    'persons',
    'regionId',
    6,
    many(100, (index) => person(`p${index}`, { region_id: index < 6 ? null : 'kz:region:abai' })),
    many(100, (index) => person(`p${index}`, { region_id: index < 5 ? null : 'kz:region:abai' })),
  ),
  sample(
    'UNKNOWN_SEX_SHARE',
    'persons',
    'sex',
    21,
    many(100, (index) => person(`p${index}`, { sex: index < 21 ? 'U' : 'M' })),
    many(100, (index) => person(`p${index}`, { sex: index < 20 ? 'U' : 'M' })),
  ),
  sample(
    'BIRTHDAYS_ON_FIRST_OF_JANUARY',
    'persons',
    'birthDate',
    3,
    many(100, (index) => person(`p${index}`, { birth_date: index < 3 ? `19${80 + index}-01-01` : notOnTheFirst(index) })),
    many(100, (index) => person(`p${index}`, { birth_date: index < 2 ? `19${80 + index}-01-01` : notOnTheFirst(index) })),
  ),
  sample(
    'ROUND_HOURS',
    'participations',
    'minutes',
    91,
    [person('a'), ...many(100, (index) => worked('a', { date: day(index + 400), minutes: index < 91 ? 120 : 95 }))],
    [person('a'), ...many(100, (index) => worked('a', { date: day(index + 400), minutes: index < 90 ? 120 : 95 }))],
  ),
  sample(
    'IDENTICAL_ROWS',
    'persons',
    'birthDate',
    6,
    many(100, (index) => person(`p${index}`, { birth_date: notOnTheFirst(index < 7 ? 0 : index) })),
    many(100, (index) => person(`p${index}`, { birth_date: notOnTheFirst(index < 6 ? 0 : index) })),
  ),
  sample(
    'MONTHLY_JUMP',
    'participations',
    'date',
    91,
    [
      person('a'),
      ...many(8 * 30, (index) => worked('a', { date: `2025-0${1 + Math.floor(index / 30)}-10` })),
      ...many(91, () => worked('a', { date: '2025-09-10' })),
    ],
    [
      person('a'),
      ...many(8 * 30, (index) => worked('a', { date: `2025-0${1 + Math.floor(index / 30)}-10` })),
      ...many(90, () => worked('a', { date: '2025-09-10' })),
    ],
  ),
  sample(
    'MONTHLY_JUMP',
    'participations',
    'date',
    0,
    [
      person('a'),
      ...many(8 * 30, (index) => worked('a', { date: `2025-0${1 + Math.floor(index / 30)}-10` })),
      ...many(30, () => worked('a', { date: '2025-10-10' })),
    ],
    [
      person('a'),
      ...many(20, (index) => worked('a', { date: `2025-0${1 + (index % 8)}-10` })),
      ...many(90, () => worked('a', { date: '2025-09-10' })),
    ],
  ),
];
