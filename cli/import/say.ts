import type { Refusal } from './refusal-of.ts';

/** One object that a program reads: the same form for every command of imports. */
export function printJson(command: string, result: unknown, refusal: Refusal | undefined): void {
  const problems = refusal === undefined ? [] : [{ code: refusal.code, message: refusal.message, where: refusal.where }];
  console.log(JSON.stringify({ schema: `birge/${command}@1`, ok: refusal === undefined, result, problems }, null, 2));
}

/** What went wrong, in words. */
export function printRefusal({ code, message, where }: Refusal): void {
  console.error(`birge: ${where === null ? '' : `${where}: `}${message} (${code})`);
}
