import { defineEnum } from './define-enum.ts';

/** Status of a figure by the SDMX code list CL_OBS_STATUS. */
export const ObsStatus = defineEnum('ObsStatus', 'Status of a figure by the SDMX code list CL_OBS_STATUS.', {
  A: 'Normal.',
  B: 'Break in the time series.',
  D: 'The definition differs.',
  E: 'Estimated.',
  F: 'Forecast.',
  L: 'Missing: exists but was not collected.',
  M: 'Missing: cannot exist.',
  O: 'Missing.',
  P: 'Provisional.',
  Q: 'Missing: suppressed.',
  U: 'Low reliability.',
  V: 'Unvalidated.',
  OTHER: 'A value that the source gives and this list does not know.',
});
export type ObsStatus = keyof typeof ObsStatus;
