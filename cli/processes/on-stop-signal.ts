// npm passes Ctrl-C on to a process that the terminal has already told: within this time two signals are one.
const sameSignalMs = 500;

/**
 * Calls `stop` at the first SIGINT, SIGTERM or SIGHUP and `endAtOnce` at the second one that a person meant.
 * Shape   two actions, whether SIGHUP stops too, the clock in milliseconds
 */
export function onStopSignal(
  stop: () => void,
  endAtOnce: () => void,
  isHangUpToo = true,
  nowMs: () => number = () => performance.now(),
): void {
  let first: number | undefined;
  const heard = (): void => {
    if (first === undefined) {
      first = nowMs();
      stop();
    } else if (nowMs() - first > sameSignalMs) {
      endAtOnce();
    }
  };
  for (const signal of isHangUpToo ? (['SIGINT', 'SIGTERM', 'SIGHUP'] as const) : (['SIGINT', 'SIGTERM'] as const))
    process.on(signal, heard);
}
