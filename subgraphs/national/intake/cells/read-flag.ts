import { searchText } from '../../../contract/text/search-text.ts';
import { CellFault } from './cell-faults.ts';

const YES = ['true', '1', 'yes', 'да', 'иә', 'ия', 'ha', 'ҳа', 'истина', '+'];
const NO = ['false', '0', 'no', 'нет', 'жоқ', 'yoʻq', 'йўқ', 'ложь', '-'];
const words = new Map([...YES.map((word) => [searchText(word), 1] as const), ...NO.map((word) => [searchText(word), 0] as const)]);

/**
 * Yes or no in any of the four languages, as 1 or 0.
 * Errors  CellFault FLAG_UNREADABLE
 */
export function readFlag(text: string): number | CellFault {
  return words.get(searchText(text)) ?? new CellFault('FLAG_UNREADABLE', { accepted: ['да', 'нет', 'true', 'false'] });
}
