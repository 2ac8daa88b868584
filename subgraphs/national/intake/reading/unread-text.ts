/** Begins what stands for a cell that could not be read: empty, it would mean null; as it showed, a field of text would take it. */
const SIGN = '#UNREADABLE';

/**
 * How a cell that could not be read stands in a file of refused rows, until somebody corrects it.
 * Shape   what the cell shows -> `#UNREADABLE #N/A`
 */
export function unreadText(shown: string): string {
  return isUnreadText(shown) || shown === '' ? shown || SIGN : `${SIGN} ${shown}`;
}

/** Whether a cell is one that unreadText made. */
export function isUnreadText(cell: string): boolean {
  return cell.startsWith(SIGN);
}
