const APOSTROPHES = /[ʻʼ]/g;

/** Apostrophes as people type them: one kind of sign after the other. */
export function apostropheTyper(signs: readonly string[] = []): (text: string) => string {
  let turn = 0;
  if (signs.length === 0) return (text) => text;
  return (text) => (text.includes('ʻ') || text.includes('ʼ') ? text.replace(APOSTROPHES, () => signs[turn++ % signs.length] ?? '') : text);
}
