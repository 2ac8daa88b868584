import { createHash } from 'node:crypto';
import type { KeptAnswer } from '../../http/answer-keeper.ts';
import type { Revisions } from './revision-header.ts';

/** An answer and what it rests on; it holds exactly as long as these revisions are current. */
export class CachedAnswer implements KeptAnswer {
  #etag: string | null = null;

  constructor(
    readonly type: string,
    readonly body: Buffer,
    readonly revisions: Revisions,
    readonly operation: string | null,
  ) {}

  /** Made when it is first asked for: only a GET sends it, and most answers are kept for a POST. */
  get etag(): string {
    return (this.#etag ??= `"${createHash('sha256').update(this.body).digest('hex').slice(0, 32)}"`);
  }
}
