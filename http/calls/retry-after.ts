/**
 * How long a member asks to be left alone.
 * Shape   value of the header Retry-After, present instant -> milliseconds; null: it asks for nothing, or in words that nobody can read
 * Source  RFC 9110, 10.2.3: seconds, or a date
 */
export function retryAfterMs(value: string | null | undefined, now: Date): number | null {
  if (value == null) return null;
  const text = value.trim();
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1_000;
  const until = Date.parse(text);
  return Number.isNaN(until) ? null : Math.max(0, until - now.getTime());
}
