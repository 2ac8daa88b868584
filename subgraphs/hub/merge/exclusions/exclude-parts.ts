import { type Area, areaOf } from '../area.ts';
import { areDeclaredOverlapping, type Countable, distinctById } from '../countable.ts';
import { putAside, type StepResult } from './exclusion.ts';

/** For each id those ids whose count includes it, at first hand. */
export type PartOf = ReadonlyMap<string, readonly string[]>;

/**
 * Fourth step: puts aside what is counted inside another row, because it is declared so or because its area lies in the other's.
 * Declared overlaps are left to the next step.
 * Source  schema/GLOSSARY.md, "total", step 4
 */
export function excludeParts<Row extends Countable>(rows: readonly Row[], partOf: PartOf): StepResult<Row> {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const wholeAreas = Map.groupBy(rows, (row) => wholeCountry(areaOf(row)));
  const containersOf = (part: Row): Row[] => {
    const declared = [...wholesOf(part.id, partOf)].map((id) => byId.get(id)).filter((row) => row !== undefined);
    const areas = wholeAreas.get(countryAround(areaOf(part))) ?? [];
    return distinctById([...declared, ...areas]).filter((whole) => isContainer(part, whole, partOf));
  };
  const around = new Map(rows.map((part) => [part.id, containersOf(part)]));
  return putAside(rows, (row) => {
    const containers = around.get(row.id) ?? [];
    const outermost = containers.find(({ id }) => around.get(id)?.length === 0) ?? containers[0];
    return outermost === undefined ? null : { row, reason: 'PART_OF', against: outermost.id };
  });
}

/** Two that are declared inside each other tell nothing; they are left to the next step, as declared overlaps are. */
function isContainer(part: Countable, whole: Countable, partOf: PartOf): boolean {
  return part.id !== whole.id && !areDeclaredOverlapping(part, whole) && !wholesOf(whole.id, partOf).has(part.id);
}

/** The country that an area is as a whole; a key that no country has where it is none. */
function wholeCountry(area: Area | null): string | null {
  return area?.region === null ? area.country : null;
}

/** The country that an area lies in as a part. */
function countryAround(area: Area | null): string {
  return area === null || area.region === null ? '' : area.country;
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
