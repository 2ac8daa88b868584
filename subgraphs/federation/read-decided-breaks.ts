import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The places that decision records let break: lines such as `Breaks: Statement.amount, ActionFilter.kind` in schema/decisions/*.md.
 * Shape   folder -> schema coordinates; a folder that is missing has decided nothing
 */
export function readDecidedBreaks(folder: string): Set<string> {
  if (!existsSync(folder)) return new Set();
  const records = readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
  const places = records.flatMap((text) => [...text.matchAll(/^Breaks:[ \t]*(.+)$/gm)].flatMap(([, list]) => (list ?? '').split(',')));
  return new Set(places.map((place) => place.trim().replaceAll('`', '')).filter((place) => place !== ''));
}
