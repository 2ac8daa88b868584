import { directives } from './checks/directives.ts';
import type { Finding } from './checks/finding.ts';
import { rootFields } from './checks/root-fields.ts';

/**
 * What composition accepts and the federation does not: a text that takes or changes what another member answers.
 * Shape   all members' texts -> findings; `where` begins with the member's name
 * Errors  SDL_INVALID, DOOR_INVALID
 */
export function memberRules(members: readonly { readonly name: string; readonly sdl: string }[]): Finding[] {
  return members.flatMap((member) => {
    const others = members.filter((other) => other !== member);
    return [...directives(member.sdl, member.name), ...rootFields(member, others)].map((finding) => ({
      ...finding,
      where: `${member.name} ${finding.where}`,
    }));
  });
}
