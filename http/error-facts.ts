import { isRecord } from './is-record.ts';

/** What may be read of a caught value. Not by `instanceof`: an error of Node's own may come from another realm than this module. */
export interface ErrorFacts {
  /** Such as ENOENT or UND_ERR_SOCKET; empty when there is none. */
  readonly code: string;
  readonly name: string;
  readonly message: string;
  readonly stack: string;
}

export function errorFacts(error: unknown): ErrorFacts {
  const read = (key: string): string => {
    const value = isRecord(error) ? error[key] : undefined;
    return typeof value === 'string' ? value : '';
  };
  return { code: read('code'), name: read('name'), message: read('message'), stack: read('stack') };
}
