import { Kind } from 'graphql';
import { parseSdl } from '../parse-sdl.ts';
import type { Finding } from './finding.ts';
import { hasFields } from './has-fields.ts';

const rootTypes = new Set(['Query', 'Mutation', 'Subscription']);

/**
 * No root field and no entity key is resolvable in two countries. Composition accepts it when both are shareable, without an error or a
 * hint, and the planner then asks one country only: the other's rows vanish silently.
 *
 * Shape   the countries' texts -> one finding per shared name
 * Errors  SDL_INVALID
 */
export function sharedNames(countries: readonly { readonly name: string; readonly sdl: string }[]): Finding[] {
  const owners = new Map<string, Set<string>>();
  for (const { name, sdl } of countries) {
    for (const where of resolvableNames(sdl)) owners.set(where, (owners.get(where) ?? new Set()).add(name));
  }
  return [...owners]
    .filter(([, names]) => names.size > 1)
    .map(([where, names]) => ({
      check: 'shared-names',
      where,
      message: `resolvable in ${[...names].join(' and ')}: only one of them would be asked, and nothing would say so; give each its own name`,
    }));
}

function resolvableNames(sdl: string): string[] {
  return parseSdl(sdl, 'schema').definitions.flatMap((node): string[] => {
    if (!hasFields(node)) return [];
    const type = node.name.value;
    if (rootTypes.has(type)) {
      return (node.fields ?? []).filter(({ name }) => !name.value.startsWith('_')).map(({ name }) => `${type}.${name.value}`);
    }
    const isEntity = (node.directives ?? []).some(
      (directive) =>
        /^(federation__)?key$/.test(directive.name.value) &&
        !directive.arguments?.some(({ name, value }) => name.value === 'resolvable' && value.kind === Kind.BOOLEAN && !value.value),
    );
    return isEntity ? [type] : [];
  });
}
