import { areaOf, liesStrictlyIn } from '../area.ts';
import { areDeclaredOverlapping, type Countable } from '../countable.ts';
import { putAside, type StepResult } from './exclusion.ts';

/** For each id those ids whose count includes it, at first hand. */
export type PartOf = ReadonlyMap<string, readonly string[]>;

/**
 * Fourth step: puts aside what is counted inside another row, because it is declared so or because its area lies in the other's.
 * Declared overlaps are left to the next step.
 * Source  schema/GLOSSARY.md, "total", step 4
 */
export function excludeParts<Row extends Countable>(rows: readonly Row[], partOf: PartOf): StepResult<Row> {
  const wholes = new Map(rows.map(({ id }) => [id, wholesOf(id, partOf)]));
  const isInside = (part: Row, whole: Row): boolean => {
    if (part.id === whole.id || areDeclaredOverlapping(part, whole)) return false;
    // Two that are declared inside each other tell nothing; they are left to the next step as well.
    if (wholes.get(whole.id)?.has(part.id)) return false;
    return wholes.get(part.id)?.has(whole.id) === true || isAreaInside(part, whole);
  };
  const around = new Map(rows.map((part) => [part.id, rows.filter((whole) => isInside(part, whole))]));
  return putAside(rows, (row) => {
    const containers = around.get(row.id) ?? [];
    const outermost = containers.find(({ id }) => around.get(id)?.length === 0) ?? containers[0];
    return outermost === undefined ? null : { row, reason: 'PART_OF', against: outermost.id };
  });
}

function isAreaInside(part: Countable, whole: Countable): boolean {
  const [inner, outer] = [areaOf(part), areaOf(whole)];
  return inner !== null && outer !== null && liesStrictlyIn(inner, outer);
}

/** All rows around a row, at any depth; a circle of declarations ends where it began. */
function wholesOf(id: string, partOf: PartOf): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [...(partOf.get(id) ?? [])];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    waiting.push(...(partOf.get(next) ?? []));
  }
  return found;
}
