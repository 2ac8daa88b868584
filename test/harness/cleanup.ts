import { afterAll } from '@jest/globals';

const tasks: (() => Promise<void>)[] = [];

/** Runs when the test file ends, last registered first. */
export function whenFileEnds(task: () => Promise<void>): void {
  tasks.push(task);
}

afterAll(async () => {
  for (const task of tasks.splice(0).toReversed()) await task();
});
