/** Puts words into the `{places}` of a sentence of an error table; a place without a word is left empty. */
export function fillSentence(template: string, words: Readonly<Record<string, string | number>>): string {
  // A function, since `$&` in a client's value must stay what it is.
  return template.replace(/\{(\w+)\}/g, (_, word: string) => String(words[word] ?? ''));
}
