import { type Composition, composeSupergraph } from '../../subgraphs/federation/compose.ts';
import type { FederationMember } from '../../subgraphs/federation/rover-config.ts';
import { emittedHeader } from './emitted-header.ts';

export type ComposedText =
  | { readonly text: string; readonly hints: readonly { code: string; message: string }[]; readonly errors?: undefined }
  | Extract<Composition, { errors: readonly unknown[] }>;

/** The supergraph file's text: fresh texts where given, the members' files for the rest. */
export function composedText(members: readonly FederationMember[], texts: ReadonlyMap<string, string> = new Map()): ComposedText {
  const subgraphs = members.map(({ name, routingUrl, readSdl }) => ({ name, routingUrl, sdl: texts.get(name) ?? readSdl() }));
  const composition = composeSupergraph(subgraphs);
  if (composition.errors) return composition;
  return { text: `${emittedHeader}${composition.supergraphSdl.trim()}\n`, hints: composition.hints };
}
