/** What is being checked: one line on a terminal that is written over, elsewhere a line for each kind; nothing at all when not wanted. */
export function showKinds(
  isWanted: boolean,
  terminal: NodeJS.WriteStream = process.stderr,
): { onProgress(this: void, kind: string, rows: number): void; end(this: void): void } {
  let last = '';
  return {
    onProgress(kind, rows) {
      if (!isWanted) return;
      if (terminal.isTTY) terminal.write(`\r\u001B[Kchecking ${kind}, ${rows} rows so far`);
      else if (kind !== last) terminal.write(`checking ${kind}\n`);
      last = kind;
    },
    end() {
      if (last !== '' && terminal.isTTY) terminal.write('\r\u001B[K');
    },
  };
}
