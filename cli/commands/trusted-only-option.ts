import { Option } from 'commander';

/** `--trusted-only`, the same in every command that runs the gateway. */
export const trustedOnlyOption = (): Option =>
  new Option('--trusted-only', 'answer stored documents only (see birge operations; default: TRUSTED_ONLY, or every query)');
