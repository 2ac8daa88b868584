const GLIDE = /^([A-Z]{2})-(\d{4})-(\d{6})(?:-[A-Z]{3})?$/;

/**
 * Whether two GLIDE numbers name one event: type, year and serial count, the country at the end does not.
 * Source  schema/GLOSSARY.md, "GLIDE"
 */
export function isSameDisaster(a: string, b: string): boolean {
  const event = eventOf(a);
  return event !== null && event === eventOf(b);
}

function eventOf(glide: string): string | null {
  const parts = GLIDE.exec(glide.trim().toUpperCase());
  return parts === null ? null : parts.slice(1, 4).join('-');
}
