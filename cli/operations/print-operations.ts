import { manifestOf } from '../../gateway/documents/manifest.ts';
import { SupergraphError } from '../../gateway/read-supergraph.ts';
import { exitCode } from '../exit-code.ts';
import { UserError } from '../user-error.ts';
import { checkOperations } from './check-operations.ts';

/** Prints the stored documents, as lines or as a manifest; what cannot be served goes to standard error and ends with 1. */
export async function printOperations({ folder, supergraph, json }: { folder: string; supergraph: string; json: boolean }): Promise<void> {
  const { documents, faults } = await checkOperations(folder, supergraph).catch((error: unknown) => {
    if (error instanceof SupergraphError) throw new UserError(error.message, exitCode.wrongUse, { cause: error });
    throw error;
  });
  if (json) console.log(JSON.stringify(manifestOf(documents), null, 2));
  else for (const { id, type, name } of documents) console.log(`${id}  ${type}  ${name}`);
  for (const fault of faults) console.error(`birge: ${fault}`);
  if (documents.length === 0) console.error(`birge: ${folder} holds no document.`);
  if (faults.length > 0) process.exitCode = exitCode.findings;
}
