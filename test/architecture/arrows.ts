/**
 * Which part of the tree may import which; a part may always import itself and npm packages. What is not listed is forbidden.
 * The direction is contract <- serving, storage <- national <- country, and contract <- hub; the gateway knows the subgraphs' text only.
 */
export const arrows: Readonly<Record<string, readonly string[] | 'everything'>> = {
  http: [],
  'subgraphs/contract': [],
  'subgraphs/federation': [],
  'subgraphs/storage': ['subgraphs/contract'],
  'subgraphs/serving': ['subgraphs/contract', 'http'],
  'subgraphs/national': ['subgraphs/contract', 'subgraphs/serving', 'subgraphs/storage', 'http'],
  'subgraphs/<country>': ['subgraphs/national', 'subgraphs/contract'],
  'subgraphs/hub': ['subgraphs/contract', 'subgraphs/federation', 'subgraphs/serving', 'subgraphs/storage', 'http'],
  gateway: ['http', 'gateway/dashboard'],
  'gateway/dashboard': [],
  cli: 'everything',
  bench: 'everything',
};

/** The private records: not even `cli` reads them, only what brings them in and what closes a release of them. */
const records = 'subgraphs/national/records';
const readersOfRecords = [records, 'subgraphs/national/intake', 'subgraphs/national/release'];

export interface Import {
  /** Path of the importing file from the project's root. */
  readonly from: string;
  /** Path of the imported file from the project's root. */
  readonly to: string;
}

export function isForbidden({ from, to }: Import): boolean {
  if (isIn(to, records) && !readersOfRecords.some((reader) => isIn(from, reader))) return true;
  const [importing, imported] = [partOf(from), partOf(to)];
  const allowed = arrows[rowOf(importing)];
  if (!allowed || !arrows[rowOf(imported)]) return true;
  return importing !== imported && allowed !== 'everything' && !allowed.includes(imported);
}

/** The part of the tree that a file belongs to: `gateway`, `subgraphs/russia`, … */
export function partOf(file: string): string {
  if (isIn(file, 'gateway/dashboard')) return 'gateway/dashboard';
  const [first = '', second = ''] = file.split('/');
  return first === 'subgraphs' ? `${first}/${second}` : first;
}

/** A subgraph that has no row of its own is a country. */
export const isCountry = (part: string): boolean => part.startsWith('subgraphs/') && !(part in arrows);

const rowOf = (part: string): string => (isCountry(part) ? 'subgraphs/<country>' : part);
const isIn = (file: string, folder: string): boolean => file.startsWith(`${folder}/`);
