import type { Delivery } from '../../subgraphs/national/intake/quality/deliveries.ts';
import type { Finding } from '../../subgraphs/national/intake/quality/finding.ts';
import { qualityRules } from '../../subgraphs/national/intake/quality/quality-rules.ts';

interface Check {
  readonly rowsChecked: number;
  readonly rules: readonly string[];
  readonly findings: readonly Finding[];
  readonly deliveries: readonly Delivery[];
}

const PLACES_NAMED = 5;

/** What was found, for a person: a line for each rule and column, errors first, with the places that have most of it. */
export function findingLines({ rowsChecked, rules, findings }: Check): string[] {
  const groups = [...Map.groupBy(findings, ({ severity, rule, kind, field }) => [severity, rule, kind, field].join(' '))];
  const lines = groups.sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, members]) => groupLines(members));
  const count = (severity: string) => findings.filter((found) => found.severity === severity).reduce((sum, found) => sum + found.count, 0);
  const numbers = new Intl.NumberFormat('en');
  const total = `${numbers.format(rowsChecked)} rows checked by ${rules.length} rules: ${counted(count('ERROR'), 'error')}, ${counted(count('WARNING'), 'warning')}.`;
  return [...lines, ...(lines.length > 0 ? [''] : []), total];
}

function groupLines(members: readonly Finding[]): string[] {
  const [first] = members;
  if (first === undefined) return [];
  const { severity, rule, kind, field } = first;
  const count = members.reduce((sum, found) => sum + found.count, 0);
  const finds = qualityRules.find(({ code }) => code === rule)?.finds ?? '';
  const places = members.toSorted((a, b) => b.count - a.count);
  return [
    `${severity}  ${rule}  ${kind} ${field}  ${counted(count, 'row')}: ${finds}`,
    ...places.slice(0, PLACES_NAMED).flatMap(placeLine),
    ...(places.length > PLACES_NAMED ? [`    and ${counted(places.length - PLACES_NAMED, 'further place')}`] : []),
  ];
}

function placeLine({ unit, period, entity, count, expected, actual }: Finding): string[] {
  const words = [entity, unit, period].filter((word) => word !== null);
  if (expected !== null && actual !== null) words.push(`expected ${short(expected)}, found ${short(actual)}`);
  return words.length === 0 ? [] : [`    ${words.join('  ')}  ${counted(count, 'row')}`];
}

/** Who delivered, for a person: a line for each unit, with the periods that are missing or low. */
export function deliveryLines({ deliveries }: Check): string[] {
  const units = [...Map.groupBy(deliveries, ({ unit }) => unit)];
  if (units.length === 0) return ['', 'No unit has delivered anything yet, so nothing can be expected.'];
  return ['', 'Expected against actual, by unit and period:', ...units.flatMap(([unit, lines]) => unitLines(unit ?? 'of no unit', lines))];
}

function unitLines(unit: string, lines: readonly Delivery[]): string[] {
  const missing = lines.filter(({ status }) => status === 'MISSING').map(({ period }) => period);
  const low = lines.filter(({ status }) => status === 'LOW');
  return [
    `  ${unit}  ${lines.length - missing.length} of ${counted(lines.length, 'period')}`,
    ...(missing.length > 0 ? [`    missing: ${missing.join(', ')}`] : []),
    ...low.map(({ period, expected, actual }) => `    low: ${period}, expected ${short(expected)}, found ${short(actual)}`),
  ];
}

function counted(count: number, word: string): string {
  return `${new Intl.NumberFormat('en').format(count)} ${word}${count === 1 ? '' : 's'}`;
}

function short(number: number): string {
  return String(Math.round(number * 1000) / 1000);
}
