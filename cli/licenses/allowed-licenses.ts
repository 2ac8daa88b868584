/** SPDX identifiers of licenses that a host may run under; docs/dependencies.md says what each asks for. */
export const allowedLicenses: ReadonlySet<string> = new Set([
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'CC-BY-3.0',
  'Unlicense',
  'Elastic-2.0',
]);

/** Whether an SPDX expression allows the use: one side of OR is enough, every side of AND is needed. */
export function isAllowed(expression: string): boolean {
  const inner = expression.trim().replace(/^\((.*)\)$/, '$1');
  if (/ OR /.test(inner)) return inner.split(' OR ').some(isAllowed);
  if (/ AND /.test(inner)) return inner.split(' AND ').every(isAllowed);
  return allowedLicenses.has(inner.trim());
}
