import { searchText } from '../../../contract/text/search-text.ts';
import type { StoredRegionCode } from '../parse-region-code.ts';
import { CellFault } from './cell-faults.ts';

/** A region as it is looked up: everything it is called, and when. */
export interface KnownRegion {
  readonly id: string;
  readonly codes: readonly StoredRegionCode[];
  readonly names: readonly string[];
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly replaces: readonly string[];
  readonly replacedBy: readonly string[];
}

/** A letter that the encoding of an export did not have. */
const LOST_LETTER = '?';
const FEWEST_LETTERS_LEFT = 3;

/**
 * Finds the region that a cell means on a day: by code first, then by its names in any language, old and new. A name that outlived a change of
 * borders means the area of that day: what it replaced before, what replaced it afterwards, where that is one.
 */
export class RegionFinder {
  readonly #byId: ReadonlyMap<string, KnownRegion>;
  readonly #byCode: ReadonlyMap<string, readonly KnownRegion[]>;
  readonly #byName: ReadonlyMap<string, readonly KnownRegion[]>;

  constructor(regions: readonly KnownRegion[]) {
    this.#byId = new Map(regions.map((region) => [region.id, region]));
    this.#byCode = grouped(regions, ({ id, codes }) => [id, ...codes.map(({ value }) => value.toUpperCase())]);
    this.#byName = grouped(regions, ({ names }) => names.map(searchText));
  }

  /**
   * Shape   text, day (null: whenever) -> id of the region or a fault
   * Errors  CellFault REGION_UNKNOWN, REGION_AMBIGUOUS, REGION_OTHER_TIME
   */
  find(text: string, day: string | null): string | CellFault {
    const named =
      this.#byCode.get(text) ?? this.#byCode.get(text.toUpperCase()) ?? this.#byName.get(searchText(text)) ?? this.#withLost(text);
    if (named.length === 0) return new CellFault('REGION_UNKNOWN');
    const there = day === null ? named : named.filter((region) => isThere(region, day));
    // Without a day the area of today is meant, where one of them is.
    const meant = there.length > 1 && day === null ? there.filter(({ validTo }) => validTo === null) : there;
    if (meant.length === 1 && meant[0] !== undefined) return meant[0].id;
    if (meant.length > 1) return new CellFault('REGION_AMBIGUOUS', { accepted: meant.map(({ id }) => id) });
    return this.#ofThatDay(named, day);
  }

  #ofThatDay(named: readonly KnownRegion[], day: string | null): string | CellFault {
    const related = new Set(named.flatMap(({ replaces, replacedBy }) => [...replaces, ...replacedBy]));
    const there = [...related].filter((id) => {
      const region = this.#byId.get(id);
      return region !== undefined && (day === null || isThere(region, day));
    });
    const [only] = there;
    return there.length === 1 && only !== undefined ? only : new CellFault('REGION_OTHER_TIME', { accepted: there });
  }

  /** `?араганды`: the mark stands for any one letter. */
  #withLost(text: string): readonly KnownRegion[] {
    const folded = searchText(text);
    if (!folded.includes(LOST_LETTER) || folded.replaceAll(LOST_LETTER, '').length < FEWEST_LETTERS_LEFT) return [];
    const pattern = folded.split(LOST_LETTER).map((part) => part.replace(/[^\p{L}\d ]/gu, '\\$&'));
    const form = new RegExp(`^${pattern.join('.')}$`, 'u');
    const found = [...this.#byName].filter(([name]) => form.test(name)).flatMap(([, regions]) => regions);
    return [...new Set(found)];
  }
}

function isThere({ validFrom, validTo }: KnownRegion, day: string): boolean {
  return (validFrom === null || day >= validFrom) && (validTo === null || day < validTo);
}

function grouped(regions: readonly KnownRegion[], keysOf: (region: KnownRegion) => readonly string[]): Map<string, KnownRegion[]> {
  const groups = new Map<string, KnownRegion[]>();
  for (const region of regions) {
    for (const key of new Set(keysOf(region))) groups.set(key, [...(groups.get(key) ?? []), region]);
  }
  return groups;
}
