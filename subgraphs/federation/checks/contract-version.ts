import type { Finding } from './finding.ts';

/**
 * Whether a running subgraph serves a contract that fits this one, by semantic versioning: below 1.0 the second number breaks.
 * Shape   version that it tells (null: none), version of this checkout -> findings, and what a person should know all the same
 */
export function contractVersion(served: string | null, own: string): { readonly findings: Finding[]; readonly notes: string[] } {
  if (served === null) return { findings: [finding('it tells no contract version: it is older than that field')], notes: [] };
  if (served === own) return { findings: [], notes: [] };
  const order = compare(served, own);
  const words = `it serves contract ${served}, this checkout is ${own}: it is ${order < 0 ? 'older' : 'newer'}`;
  if (breakingPart(served) === breakingPart(own)) return { findings: [], notes: [`${words}, and questions of both fit.`] };
  return { findings: [finding(`${words}, and questions may break; deploy the same version, or compare the texts`)], notes: [] };
}

const numbers = (version: string): number[] => version.split(/[.+-]/).slice(0, 3).map(Number);
const breakingPart = (version: string): string => {
  const [major = 0, minor = 0] = numbers(version);
  return major === 0 ? `0.${minor}` : String(major);
};

function compare(a: string, b: string): number {
  const [left, right] = [numbers(a), numbers(b)];
  const index = left.findIndex((number, at) => number !== right[at]);
  return index === -1 ? 0 : (left[index] ?? 0) - (right[index] ?? 0);
}

const finding = (message: string): Finding => ({ check: 'contract-version', where: 'contractVersion', message });
