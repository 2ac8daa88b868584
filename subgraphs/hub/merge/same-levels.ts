interface Leveled {
  readonly levels: readonly string[];
}

/** Whether two rows cover the same levels, in whatever order they are told. */
export function hasSameLevels(a: Leveled, b: Leveled): boolean {
  return JSON.stringify(a.levels.toSorted()) === JSON.stringify(b.levels.toSorted());
}

/** Whether two rows may share a level: one of both is stated, or one of them states none. */
export function mayShareLevel(a: Leveled, b: Leveled): boolean {
  return a.levels.length === 0 || b.levels.length === 0 || a.levels.some((level) => b.levels.includes(level));
}
