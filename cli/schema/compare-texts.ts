import type { Finding } from '../../subgraphs/federation/checks/finding.ts';

/** Where code and committed text part ways: the first line that differs, both versions of it. Null: the file is not there. */
export function compareTexts(file: string, committed: string | null, emitted: string): Finding[] {
  if (committed === emitted) return [];
  if (committed === null) return [finding(file, 'the file is missing')];
  const before = committed.split('\n');
  const after = emitted.split('\n');
  const index = before.findIndex((line, at) => line !== after[at]);
  const line = index === -1 ? before.length : index;
  return [finding(`${file}:${line + 1}`, `the text says ${shown(before[line])}, the code says ${shown(after[line])}`)];
}

const finding = (where: string, what: string): Finding => ({
  check: 'emitted-text',
  where,
  message: `${what}; run "npm run schema:emit" and commit what it writes`,
});

const shown = (line: string | undefined): string => (line === undefined ? 'nothing' : `"${line.trim()}"`);
