import { UserError } from '../user-error.ts';
import { FederationError } from '../../subgraphs/federation/federation-error.ts';
import { exitCode } from '../exit-code.ts';
import { NetworkRefusal } from './network-refusal.ts';

/** Runs a command; under `--json` a refusal is printed as `{ error: { code, message } }`, with the same exit code. */
export async function withRefusalsAsJson(json: boolean, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (!json || !(error instanceof NetworkRefusal || error instanceof FederationError)) throw error;
    const [code, message] = error instanceof NetworkRefusal ? [error.refusal, error.sentence] : [error.code, error.message];
    console.log(JSON.stringify({ error: { code, message } }, null, 2));
    process.exitCode = error instanceof UserError ? error.code : exitCode.wrongUse;
  }
}
