import { expect, test } from '@jest/globals';
import { openGuide } from './open-guide.ts';

/** A command may start processes on a machine that does other things as well. */
const STEP_TIMEOUT_MS = 240_000;

/**
 * Executes a guide as it is written: one test for each step, in the order of the page. After a step that fails, the rest is not tried, since
 * it rests on it.
 * Shape   path of the page from the project's root -> tests of the calling file
 */
export async function runGuide(file: string): Promise<void> {
  const guide = await openGuide(file);
  let underway: string | null = null;
  test(`${file} has steps`, () => expect(guide.steps.length).toBeGreaterThan(2));
  for (const { title, step } of guide.steps) {
    test(
      title,
      async () => {
        // Still set: the step that it names did not come to its end.
        expect(underway).toBeNull();
        underway = title;
        await guide.run(step);
        underway = null;
      },
      STEP_TIMEOUT_MS,
    );
  }
}
