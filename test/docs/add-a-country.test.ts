import { runGuide } from './run-guide.ts';

// Makes a test of each step of the guide: what a command prints and how it ends is expected there.
await runGuide('docs/add-a-country.md');
