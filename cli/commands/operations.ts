import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { supergraphOption } from './file-options.ts';

interface OperationsFlags {
  readonly folder?: string;
  readonly supergraph?: string;
  readonly json?: boolean;
}

/** `birge operations`: the stored documents and their ids, for those who build clients. */
export function defineOperations(program: Command): void {
  program
    .command('operations')
    .summary('list the stored documents and their ids')
    .description(
      'Lists the documents that a gateway answers by id, in trusted-only mode no others. Each is checked: one named operation, which fits the supergraph and keeps ' +
        'the limits as they ship.',
    )
    .addOption(
      new Option('--folder <folder>', 'documents, one .graphql file each (default: OPERATIONS, or schema/operations)').argParser((folder) =>
        resolve(folder),
      ),
    )
    .addOption(supergraphOption())
    .option('--json', 'print a manifest { format, version, operations: [{ id, name, type, body }] }, as Apollo writes it')
    .addHelpText(
      'after',
      `
Exit codes: 0 all can be served, 1 some cannot, 2 wrong use.

Examples:
  birge operations
  birge operations --json > persisted-query-manifest.json
  birge operations --folder dashboard/operations`,
    )
    .action(async ({ folder, supergraph, json }: OperationsFlags) => {
      const { printOperations } = await import('../operations/print-operations.ts');
      const { readEnvironment } = await import('../environment.ts');
      const environment = readEnvironment();
      await printOperations({
        folder: folder ?? environment.operationsFolder,
        supergraph: supergraph ?? environment.supergraphFile,
        json: json ?? false,
      });
    });
}
