import { expect, test } from '@jest/globals';
import { openGuide } from './open-guide.ts';

const guide = await openGuide('docs/import.md');

test('the guide has steps', () => expect(guide.steps.length).toBeGreaterThan(12));

test.each(guide.steps)('$title', ({ step }) => guide.run(step), 240_000);
