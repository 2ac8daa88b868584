/** Facts in `network.ts` that nobody can use: whoever keeps the network mends the file; starting again finds the same. */
export class NetworkRefused extends Error {
  override readonly name = 'NetworkRefused';
}
