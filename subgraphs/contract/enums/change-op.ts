import { defineEnum } from './define-enum.ts';

/** What happened to a row of the lists. */
export const ChangeOp = defineEnum('ChangeOp', 'What happened to a row of the lists.', {
  UPSERT: 'It was published, or published again with other content: read it anew by its id.',
  DELETE: 'It left the lists: its owner withdrew it, or published a statement that supersedes it. Remove it from a copy.',
});
export type ChangeOp = keyof typeof ChangeOp;
