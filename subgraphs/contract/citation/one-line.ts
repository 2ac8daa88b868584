/** Text from outside as a part of a sentence: one line, single spaces, no run of dots. No-break spaces stay. */
export function oneLine(text: string): string {
  return text
    .replace(/[^\S\u00A0]+/g, ' ')
    .replace(/\.{2,}/g, '…')
    .trim();
}
