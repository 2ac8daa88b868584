import { foldText } from '../../contract/text/fold-text.ts';

/**
 * All names of an organization as a filter by name compares them.
 * Shape   main name or null, other names -> one folded name a line
 */
export function foldedNames(original: string | null | undefined, aliases: readonly string[]): string {
  return [original ?? '', ...aliases].map(foldText).join('\n');
}
