import type { QualityRule } from '../../quality-rule.ts';
import { faultIn } from '../fault-in.ts';
import { textOf } from '../row-values.ts';

/** A program that the network does not publish. */
export const programUnknown: QualityRule = {
  code: 'PROGRAM_UNKNOWN',
  family: 'CONFORMANCE',
  severity: 'ERROR',
  kinds: ['trainings'],
  finds: 'a program that the network does not publish',
  check({ values }, { known }) {
    const program = textOf(values, 'programId');
    return program !== null && !known.programs.has(program)
      ? faultIn('programId', 'publish the program first, or correct its id')
      : undefined;
  },
};
