import type { Archive } from './open-archive.ts';
import { hearXml } from './read-xml.ts';

/** What a number of a cell means by its format. */
export type NumberMeaning = 'number' | 'date' | 'time' | 'duration';

const BUILT_IN_DATES = [14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58];
const BUILT_IN_TIMES = [18, 19, 20, 21, 32, 33, 45, 47];
const BUILT_IN_DURATION = 46;

/**
 * The meaning of numbers under each cell style, in the order of the styles; a workbook without styles has none.
 * Source  ECMA-376 part 1, 18.8.30 (numFmt)
 */
export async function readStyles(archive: Archive, part: string | null): Promise<readonly NumberMeaning[]> {
  const styles: NumberMeaning[] = [];
  if (part === null) return styles;
  const codes = new Map<number, NumberMeaning>();
  for (const id of BUILT_IN_DATES) codes.set(id, 'date');
  for (const id of BUILT_IN_TIMES) codes.set(id, 'time');
  codes.set(BUILT_IN_DURATION, 'duration');
  let isInCellFormats = false;
  await hearXml(archive.read(part), {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), meaningOf(attributes['formatCode'] ?? ''));
      if (name === 'cellXfs') isInCellFormats = true;
      if (name === 'xf' && isInCellFormats) styles.push(codes.get(Number(attributes['numFmtId'] ?? 0)) ?? 'number');
    },
    close(name) {
      if (name === 'cellXfs') isInCellFormats = false;
    },
  });
  return styles;
}

/**
 * The meaning of a format code.
 * Shape   `dd.mm.yyyy` -> date, `h:mm` -> time, `[h]:mm` -> duration, `0.00" days"` -> number
 */
export function meaningOf(formatCode: string): NumberMeaning {
  const [first = ''] = formatCode.split(';');
  const bare = first
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .toLowerCase();
  if (/general|[0#?]*\.?[0#?]+e[+-]/.test(bare)) return 'number';
  if (/[yd]/.test(bare)) return 'date';
  if (/\[[hms]+\]/.test(bare)) return 'duration';
  if (/[hs]/.test(bare)) return 'time';
  return /m/.test(bare) ? 'date' : 'number';
}
