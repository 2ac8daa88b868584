import { runGuide } from './run-guide.ts';

await runGuide('docs/add-a-country.md');
