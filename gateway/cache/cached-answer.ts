import type { KeptAnswer } from '../../http/answer-keeper.ts';
import type { Revisions } from './revision-header.ts';

/** An answer and what it rests on; it holds exactly as long as these revisions are current. */
export interface CachedAnswer extends KeptAnswer {
  readonly revisions: Revisions;
}
