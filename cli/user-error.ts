import { exitCode } from './exit-code.ts';

/** A mistake that the caller can put right: printed as one line, without a stack. */
export class UserError extends Error {
  override readonly name = 'UserError';

  constructor(
    message: string,
    readonly code: number = exitCode.wrongUse,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
