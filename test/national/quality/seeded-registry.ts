import { pick, randomFrom } from '../../differential/random.ts';

/** A row of a made-up file by its columns; an empty text is an empty cell. */
type Cells = Record<string, string>;

/** A made-up file. Row 1 is its header, so the first of `rows` is row 2. */
export interface MadeFile {
  readonly kind: string;
  readonly columns: readonly string[];
  readonly rows: Cells[];
}

/** A fault that was planted: where it must be found. */
export interface Planted {
  readonly kind: string;
  readonly row: number;
  readonly column: string;
  readonly severity: 'ERROR' | 'WARNING';
}

/** Actions of Kazakhstan whose days are not certain, so that any day fits them. */
const ACTIONS = [
  'kz:action:almaty-hot-tea',
  'kz:action:almaty-search',
  'kz:action:almaty-narkostop-repainting',
  'kz:action:almaty-food-baskets',
];
/** An action that was certainly held in May 2019 and never again. */
const HELD_ONCE = 'kz:action:kostanay-youth-forum';
const REGIONS = ['KZ-75', 'KZ-71', 'KZ-79', 'KZ-39', 'KZ-19', 'KZ-27'];
const [PERSONS, MINORS, PARTICIPATIONS] = [4_000, 200, 20_000];
/** The last persons of the list never took part. */
const NEVER_TOOK_PART = 200;
const DAY_MS = 86_400_000;

export interface SeededRegistry {
  readonly persons: MadeFile;
  readonly consents: MadeFile;
  readonly participations: MadeFile;
}

/** A registry without a fault: persons, the consents for those under age, and twenty thousand participations of the years 2023 to 2025. */
export function cleanRegistry(seed: number): SeededRegistry {
  const random = randomFrom(seed);
  const between = (first: string, last: string): string => {
    const [from, to] = [Date.parse(first), Date.parse(last)];
    return new Date(from + Math.floor(random() * ((to - from) / DAY_MS + 1)) * DAY_MS).toISOString().slice(0, 10);
  };
  const persons = Array.from({ length: PERSONS }, (_, index) => ({
    sourceKey: `KZ-${String(index).padStart(5, '0')}`,
    birthDate: index < MINORS ? between('2010-02-01', '2012-12-31') : between('1955-01-02', '2004-12-31'),
    sex: random() < 0.05 ? 'U' : pick(random, ['F', 'M']),
    regionId: random() < 0.02 ? '' : pick(random, REGIONS),
    joinedOn: between('2022-01-01', '2022-12-31'),
    blocked: '',
  }));
  const consents = persons.slice(0, MINORS).map(({ sourceKey }) => ({
    sourceKey: `C-${sourceKey}`,
    personKey: sourceKey,
    purpose: 'STATISTICS',
    legalBasis: 'CONSENT',
    givenBy: 'REPRESENTATIVE',
    givenAt: '2022-12-31',
    expiresAt: '',
    withdrawnAt: '',
  }));
  const takingPart = persons.slice(0, -NEVER_TOOK_PART);
  const taken = new Map<string, number>();
  const participations: Cells[] = [];
  while (participations.length < PARTICIPATIONS) {
    const personKey = pick(random, takingPart).sourceKey;
    const date = between('2023-01-01', '2025-12-31');
    const onThatDay = taken.get(personKey + date) ?? 0;
    // Two pieces of work on one day are common and no fault, as long as a day holds them.
    if (onThatDay > 1) continue;
    taken.set(personKey + date, onThatDay + 1);
    const minutes = String(30 + 5 * Math.floor(random() * 78) + onThatDay);
    const sourceKey = `P-${String(participations.length).padStart(6, '0')}`;
    participations.push({
      sourceKey,
      personKey,
      actionId: pick(random, ACTIONS),
      role: pick(random, ['', 'DRIVER', 'COOK']),
      date,
      minutes,
      confirmedBy: '',
    });
  }
  return {
    persons: { kind: 'persons', columns: Object.keys(persons[0] ?? {}), rows: persons },
    consents: { kind: 'consents', columns: Object.keys(consents[0] ?? {}), rows: consents },
    participations: { kind: 'participations', columns: Object.keys(participations[0] ?? {}), rows: participations },
  };
}

/** One way to spoil a row: the cells it changes, and the column at fault. Without cells, it needs the registry around it. */
type Spoil = readonly [column: string, severity: 'ERROR' | 'WARNING', change: (cells: Cells, registry: SeededRegistry) => Cells];

const set =
  (cells: Cells): Spoil[2] =>
  () =>
    cells;

const SPOILED_PERSONS: readonly Spoil[] = [
  ['birthDate', 'ERROR', set({ birthDate: '2999-04-01' })],
  ['birthDate', 'ERROR', set({ birthDate: '1899-04-01' })],
  ['birthDate', 'ERROR', set({ birthDate: '1990-02-30' })],
  ['birthDate', 'ERROR', set({ birthDate: 'весна 1990' })],
  ['joinedOn', 'ERROR', set({ joinedOn: '1900-01-01' })],
  ['joinedOn', 'ERROR', ({ birthDate }) => ({ joinedOn: `${Number(birthDate?.slice(0, 4)) + 3}-06-01` })],
  ['sex', 'ERROR', set({ sex: 'X' })],
  ['regionId', 'ERROR', set({ regionId: 'KZ-99' })],
  ['sourceKey', 'ERROR', ({ sourceKey }) => ({ sourceKey: `КZ-${sourceKey?.slice(3)}` })],
  ['sourceKey', 'ERROR', set({ sourceKey: '' })],
];

const SPOILED_PARTICIPATIONS: readonly Spoil[] = [
  ['minutes', 'ERROR', set({ minutes: '0' })],
  ['minutes', 'ERROR', set({ minutes: '2000' })],
  ['minutes', 'ERROR', set({ minutes: '-30' })],
  ['minutes', 'ERROR', set({ minutes: 'много' })],
  ['date', 'ERROR', set({ date: '2999-01-01' })],
  ['date', 'ERROR', set({ date: '1900-01-01' })],
  ['date', 'ERROR', set({ date: '2023-02-29' })],
  ['date', 'ERROR', set({ date: '' })],
  ['date', 'ERROR', set({ actionId: HELD_ONCE })],
  ['date', 'ERROR', (_, { persons }) => ({ personKey: persons.rows[0]?.sourceKey ?? '', date: '2016-01-01' })],
  ['personKey', 'ERROR', set({ personKey: 'KZ-99999' })],
  ['personKey', 'ERROR', set({ personKey: '' })],
  ['actionId', 'ERROR', set({ actionId: 'kz:action:never-held' })],
  ['actionId', 'ERROR', set({ actionId: 'search' })],
  ['sourceKey', 'ERROR', ({ sourceKey }) => ({ sourceKey: `${sourceKey}РP` })],
  ['sourceKey', 'ERROR', set({ sourceKey: '' })],
  ['role', 'ERROR', set({ role: 'DRIVER\u0007' })],
  ['role', 'ERROR', set({ role: 'x'.repeat(201) })],
  [
    'date',
    'WARNING',
    ({ personKey }, { persons }) => ({ date: dayBefore(persons.rows.find(({ sourceKey }) => sourceKey === personKey)?.['joinedOn']) }),
  ],
];

/**
 * Plants so many faults of persons and of participations, each in a row of its own that nothing else touches, and twenty more that lie between two
 * rows; gives where each must be found.
 */
export function plantDefects(
  registry: SeededRegistry,
  seed: number,
  counts: { readonly persons: number; readonly participations: number },
): Planted[] {
  const random = randomFrom(seed);
  const planted: Planted[] = [];
  const spoil = ({ kind, rows }: MadeFile, ways: readonly Spoil[], count: number, mayTouch: (cells: Cells) => boolean) => {
    const used = new Set<number>();
    for (let made = 0; made < count;) {
      const index = Math.floor(random() * rows.length);
      const cells = rows[index];
      const [column, severity, change] = ways[made % ways.length] ?? [];
      if (cells === undefined || column === undefined || severity === undefined || used.has(index) || !mayTouch(cells)) continue;
      used.add(index);
      rows[index] = { ...cells, ...change?.(cells, registry) };
      planted.push({ kind, row: index + 2, column, severity });
      made += 1;
    }
    return used;
  };
  const count = new Map<string, number>();
  for (const { personKey = '' } of registry.participations.rows) count.set(personKey, (count.get(personKey) ?? 0) + 1);
  // A person whose row is refused takes all of its participations along: only those who have none are spoiled here.
  spoil(registry.persons, SPOILED_PERSONS, counts.persons, (cells) => isAdult(cells) && !count.has(cells['sourceKey'] ?? ''));
  const adults = new Set(registry.persons.rows.filter(isAdult).map(({ sourceKey }) => sourceKey));
  const used = spoil(registry.participations, SPOILED_PARTICIPATIONS, counts.participations, ({ personKey }) =>
    adults.has(personKey ?? ''),
  );
  planted.push(...plantTwins(registry.participations, random, used, adults));
  return planted;
}

const TWINS = 10;

/** Rows that are at fault only beside another one: ten that repeat a row, and ten that make a day too long, where both rows are at fault. */
function plantTwins({ kind, rows }: MadeFile, random: () => number, used: Set<number>, adults: ReadonlySet<string | undefined>): Planted[] {
  const days = new Map<string, number>();
  for (const cells of rows) days.set(dayOf(cells), (days.get(dayOf(cells)) ?? 0) + 1);
  const take = (): number => {
    for (;;) {
      const index = Math.floor(random() * rows.length);
      const cells = rows[index] ?? {};
      if (used.has(index) || days.get(dayOf(cells)) !== 1 || !adults.has(cells['personKey'])) continue;
      used.add(index);
      return index;
    }
  };
  const planted: Planted[] = [];
  for (let made = 0; made < 2 * TWINS; made += 1) {
    const [first = 0, second = 0] = [take(), take()].sort((a, b) => a - b);
    const { sourceKey = '' } = rows[second] ?? {};
    const isTooLong = made >= TWINS;
    rows[second] = { ...rows[first], sourceKey, ...(isTooLong ? { minutes: '940', role: 'COORDINATOR' } : {}) };
    for (const index of isTooLong ? [first, second] : [second]) {
      planted.push({ kind, row: index + 2, column: isTooLong ? 'minutes' : 'sourceKey', severity: 'ERROR' });
    }
  }
  return planted;
}

/** A made-up file as CSV. */
export function asCsv({ columns, rows }: MadeFile): string {
  return [columns.join(','), ...rows.map((cells) => columns.map((column) => quoted(cells[column] ?? '')).join(','))].join('\n') + '\n';
}

function dayBefore(day: string | undefined): string {
  return new Date(Date.parse(day ?? '') - DAY_MS).toISOString().slice(0, 10);
}

const isAdult = ({ birthDate = '' }: Cells): boolean => birthDate < '2005';
const dayOf = ({ personKey, date }: Cells): string => `${personKey} ${date}`;
const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
