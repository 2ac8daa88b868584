import { ConfigError } from '../../gateway/config.ts';
import { startGateway } from '../../gateway/main.ts';
import { SupergraphError } from '../../gateway/read-supergraph.ts';
import { createLog } from '../create-log.ts';
import { readEnvironment } from '../environment.ts';
import { exitCode } from '../exit-code.ts';
import { UserError } from '../user-error.ts';
import { serve } from './serve.ts';

/** `birge gateway`: flags go before the environment; SIGHUP reads the supergraph again. */
export async function runGateway(flags: {
  port: number | undefined;
  host: string | undefined;
  supergraph: string | undefined;
  trustedOnly: true | undefined;
}): Promise<void> {
  const environment = readEnvironment();
  const log = createLog('gateway', environment.logLevel ?? 'info');
  await serve(
    'gateway',
    log,
    'choose another port: --port N, or PORT=N',
    () =>
      startGateway({
        supergraphFile: flags.supergraph ?? environment.supergraphFile,
        host: flags.host ?? environment.host,
        port: flags.port ?? environment.port,
        ...(flags.trustedOnly ? { trustedOnly: true } : {}),
        env: environment.all,
        log,
      }).catch((error: unknown) => {
        // Another start cannot help: the supervisor is told so by the exit code.
        if (error instanceof ConfigError || error instanceof SupergraphError)
          throw new UserError(error.message, exitCode.wrongUse, { cause: error });
        throw error;
      }),
    true,
  );
}
