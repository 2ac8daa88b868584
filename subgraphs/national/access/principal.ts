/** How much a caller has proved; each tier may see what those before it may. */
export type Tier = 'PUBLIC' | 'PARTNER' | 'STEWARD';

/** What an answer is for; one for each request. */
export type Purpose = 'PUBLIC_INFORMATION' | 'STATISTICS' | 'POLICY' | 'RESEARCH' | 'COORDINATION' | 'DISASTER_RESPONSE';

/** Who asks. Never a person: `consumer` is an organization or an application. */
export interface Principal {
  readonly consumer: string;
  /** Countries whose networks the caller may run; empty below STEWARD. */
  readonly networks: readonly string[];
  readonly purpose: Purpose;
  readonly tier: Tier;
}

/** Everybody who has proved nothing. */
export const publicPrincipal: Principal = { consumer: 'public', networks: [], purpose: 'PUBLIC_INFORMATION', tier: 'PUBLIC' };

/** Whoever holds the key of this network: its steward, and nobody's else. */
export function stewardOf(country: string): Principal {
  return { consumer: `${country.toLowerCase()}-steward`, networks: [country], purpose: 'COORDINATION', tier: 'STEWARD' };
}

/** Whether the caller may see what only those who run the network of this country see. */
export function isStewardOf({ tier, networks }: Principal, country: string): boolean {
  return tier === 'STEWARD' && networks.includes(country);
}
