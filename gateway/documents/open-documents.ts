import type { ApolloServerPlugin } from '@apollo/server';
import type { Logger } from 'pino';
import { ConfigError, type GatewayConfig } from '../config.ts';
import type { GatewayContext } from '../request-context.ts';
import { documentsPlugin } from './documents-plugin.ts';
import { readDocuments } from './read-documents.ts';

/** The stored documents of a gateway. */
export interface Documents {
  readonly plugin: ApolloServerPlugin<GatewayContext>;
  readonly names: ReadonlySet<string>;
}

/**
 * Reads the stored documents of a gateway and answers by them; a file that is none is logged and left out.
 * Errors  ConfigError when only stored documents are trusted and none is there
 */
export async function openDocuments({ operationsFolder, trustedOnly }: GatewayConfig, log: Logger): Promise<Documents> {
  const stored = await readDocuments(operationsFolder);
  for (const { file, fault } of stored.faults) log.warn({ file, fault }, 'a file is no stored document');
  if (trustedOnly && stored.documents.length === 0)
    throw new ConfigError(['TRUSTED_ONLY would refuse every query: the folder of OPERATIONS holds no stored document']);
  return { plugin: documentsPlugin(stored, trustedOnly), names: new Set(stored.documents.map(({ name }) => name)) };
}
