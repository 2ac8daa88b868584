/** What a caller says of the trace that a request belongs to. */
export interface CallerTrace {
  /** 32 hexadecimal digits. */
  readonly traceId: string;
  /** The caller's span, 16 hexadecimal digits. */
  readonly parentId: string;
  /** Whether the caller may have recorded it. */
  readonly isSampled: boolean;
}

const FORM = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/;

/**
 * Reads the header `traceparent`; null: there is none, or it is none, and a new trace begins.
 * Source  https://www.w3.org/TR/trace-context/, 3.2 and 4.3: a later version is read as this one, version ff and ids of zeros are none
 */
export function readTraceparent(header: string | string[] | undefined): CallerTrace | null {
  if (typeof header !== 'string') return null;
  const [, version, traceId = '', parentId = '', flags = '', more] = FORM.exec(header) ?? [];
  if (version === undefined || version === 'ff' || (version === '00' && more !== undefined)) return null;
  if (/^0+$/.test(traceId) || /^0+$/.test(parentId)) return null;
  return { traceId, parentId, isSampled: (Number.parseInt(flags, 16) & 1) === 1 };
}
