import { defineEnumWithInput } from './define-enum.ts';

const both = defineEnumWithInput('AidStage', 'How far aid has come. Stages are never added up.', {
  PLEDGED: 'Promised.',
  COLLECTED: 'Collected from givers.',
  SENT: 'Sent off.',
  RECEIVED: 'Received at the destination.',
  OTHER: 'A value that the source gives and this list does not know.',
});

/** How far aid has come. Stages are never added up. */
export const AidStage = both.output;
export type AidStage = keyof typeof AidStage;

/** The values of AidStage that a filter takes. */
export const AidStageInput = both.input;
export type AidStageInput = keyof typeof AidStageInput;
