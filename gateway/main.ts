import type { Logger } from 'pino';
import { readConfig } from './config.ts';
import { createGateway } from './create-gateway.ts';

export interface StartGatewayOptions {
  readonly supergraphFile: string;
  readonly host: string;
  readonly port: number;
  /** Whether only stored documents are answered; absent: TRUSTED_ONLY decides. */
  readonly trustedOnly?: boolean;
  readonly env: NodeJS.ProcessEnv;
  readonly log: Logger;
}

export interface RunningGateway {
  /** The GraphQL endpoint, such as http://127.0.0.1:4000/graphql. */
  readonly url: string;
  /** Looks at the supergraph file now; ends when a changed one is served, or refused. */
  reload(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts a gateway and resolves once it listens; the only gateway file that reads an environment or takes a port.
 * Errors  ConfigError, SupergraphError, or what the operating system says of the port
 */
export async function startGateway({ supergraphFile, host, port, trustedOnly, env, log }: StartGatewayOptions): Promise<RunningGateway> {
  const config = readConfig(env, { supergraphFile, host, port, ...(trustedOnly === undefined ? {} : { trustedOnly }) });
  const gateway = await createGateway(config, { log, now: () => performance.now(), random: Math.random });
  try {
    const url = await gateway.listen({ host: config.host, port: config.port });
    log.info({ url }, 'the gateway listens');
    return { url, reload: () => gateway.reload(), close: () => gateway.close() };
  } catch (error) {
    await gateway.close();
    throw error;
  }
}
