import { exitCode } from '../exit-code.ts';
import { UserError } from '../user-error.ts';

/** Why a network cannot be made or removed; README.md explains each. */
export const networkRefusals = [
  'NETWORK_COUNTRY_UNKNOWN',
  'NETWORK_COUNTRY_TAKEN',
  'NETWORK_NAME_INVALID',
  'NETWORK_NAME_TAKEN',
  'NETWORK_LANGUAGE_UNKNOWN',
  'NETWORK_PORT_TAKEN',
  'NETWORK_UNKNOWN',
  'NETWORK_WRITE_FAILED',
] as const;

/** A refusal with a stable code. Nothing was written. */
export class NetworkRefusal extends UserError {
  constructor(
    readonly refusal: (typeof networkRefusals)[number],
    /** The sentence without the code. */
    readonly sentence: string,
    options?: ErrorOptions,
  ) {
    super(`${refusal}: ${sentence}`, exitCode.wrongUse, options);
  }
}
