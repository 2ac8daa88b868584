/** What can be wrong with the federation's texts; each code is explained in README.md. */
export type FederationErrorCode = 'MEMBER_LIST_UNREADABLE' | 'MEMBER_LIST_INVALID' | 'SDL_INVALID' | 'DOOR_INVALID' | 'COUNTRY_TWICE';

/**
 * A fault in a text that a person wrote: the message names the place and what is accepted instead.
 * Shape   code (stable), message (for a person; may change)
 */
export class FederationError extends Error {
  override readonly name = 'FederationError';

  constructor(
    readonly code: FederationErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
