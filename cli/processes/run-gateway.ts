import { startGateway } from '../../gateway/main.ts';
import { createLog } from '../create-log.ts';
import { readEnvironment } from '../environment.ts';
import { serve } from './serve.ts';

/** `birge gateway`: flags go before the environment. */
export async function runGateway(flags: { port: number | undefined; host: string | undefined; supergraph: string }): Promise<void> {
  const environment = readEnvironment();
  const log = createLog('gateway', environment.logLevel ?? 'info');
  await serve('gateway', log, 'choose another port: --port N, or PORT=N', () =>
    startGateway({
      supergraphFile: flags.supergraph,
      host: flags.host ?? environment.host,
      port: flags.port ?? environment.port,
      env: environment.all,
      log,
    }),
  );
}
