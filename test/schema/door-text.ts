/** A country as small as one can be; a test passes what it wants to be wrong. */
export function doorText(parts: { door?: string; query?: string; rest?: string } = {}): string {
  return `
extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@tag", "@shareable"])

"""What every network answers."""
interface NationalNetwork {
  """ISO 3166-1 alpha-2."""
  code: String!
  """Null: not answered."""
  name: String
}

"""Kazakhstan's network."""
type KazakhstanNetwork implements NationalNetwork @key(fields: "code") @tag(name: "country/KZ") {
  """ISO 3166-1 alpha-2."""
  code: String!
  """Null: not answered."""
  name: String
${parts.door ?? ''}
}

type Query {
${parts.query ?? '  """The door."""\n  kazakhstan: KazakhstanNetwork'}
}
${parts.rest ?? ''}
`;
}
