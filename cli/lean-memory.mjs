/**
 * Settings of V8 for work on millions of rows: it would else let memory grow to several times what lives, since the machine has more.
 * A small young generation, and an old one that grows by tenths. Rows outlive the first small generations, from which the engine would learn to put all
 * rows among what stays, and never see that they are garbage as soon.
 */
export const leanMemory = ['--max-semi-space-size=8', '--heap-growing-percent=10', '--no-allocation-site-pretenuring'];

/** Commands that read files of any size. */
const LEAN_COMMANDS = new Set(['import']);

/** Becomes the same process with lean memory, where the command wants it and the system can: same number, same streams, same signals. */
export function becomeLean() {
  const [, , command = ''] = process.argv;
  const isLean = process.execArgv.some((argument) => argument === leanMemory[0]);
  if (isLean || !LEAN_COMMANDS.has(command) || process.platform === 'win32' || process.execve === undefined) return;
  process.execve(process.execPath, [process.execPath, ...leanMemory, ...process.execArgv, ...process.argv.slice(1)], process.env);
}
