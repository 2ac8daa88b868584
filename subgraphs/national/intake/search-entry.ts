import { searchText } from '../../contract/text/search-text.ts';
import type { TextVersions } from '../../contract/values/localized-text.ts';

/** Columns that hold names, in the order in which one of them stands for the publication; the rest only help to find it. */
const NAME_COLUMNS = ['names', 'titles', 'label'] as const;

/**
 * All names of a row as search compares them.
 * Shape   row ready to store -> search entry, or null for a row without names
 */
export function searchEntry(row: Readonly<Record<string, unknown>>): { id: string; names: string; folded: string } | null {
  const { id, aliases, title } = row;
  const names = NAME_COLUMNS.map((column) => row[column]).find((stored) => typeof stored === 'string');
  if (typeof id !== 'string' || typeof names !== 'string') return null;
  const { originalLanguage: _, ...versions } = JSON.parse(names) as TextVersions;
  const others = typeof aliases === 'string' ? (JSON.parse(aliases) as string[]) : [];
  const texts = [...Object.values(versions), title, ...others].filter((text): text is string => typeof text === 'string');
  return { id, names, folded: [...new Set(texts.map(searchText))].join('\n') };
}
