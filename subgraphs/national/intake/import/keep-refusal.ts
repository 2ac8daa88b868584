import type { ImportRefused } from './import-refused.ts';

/** Remembers a refusal. Where that fails the refusal still is what its reader needs: it then says beside itself that it is not remembered, and why. */
export async function keepRefusal(refusal: ImportRefused, keep: () => Promise<unknown>): Promise<void> {
  try {
    await keep();
  } catch (error) {
    refusal.message += `. The journal does not tell of this: ${error instanceof Error ? error.message : String(error)}`;
  }
}
