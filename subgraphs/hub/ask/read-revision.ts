/**
 * The revision that a country's label tells of its own data.
 * Shape   header `birge-revisions` and the country -> revision; null where there is none, or it names other data too: the hub asked for this country's alone
 */
export function readRevision(label: string | null, country: string): string | null {
  const [, name, revision] = /^([A-Za-z0-9._-]{1,64})=([A-Za-z0-9._-]{1,64})$/.exec(label ?? '') ?? [];
  return name === country && revision !== undefined ? revision : null;
}
