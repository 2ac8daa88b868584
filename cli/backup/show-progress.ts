import type { BackupProgress } from '../../subgraphs/storage/backup/backup-database.ts';

const words = { copying: 'copied', checking: 'checked' } as const;

/** One line on a terminal that is written over as the work goes on; elsewhere nothing. Give it to what reports, call `end` when it is over. */
export function showProgress(terminal: NodeJS.WriteStream = process.stderr): {
  onProgress(this: void, progress: BackupProgress): void;
  end(this: void): void;
} {
  let shown = '';
  return {
    onProgress({ step, done, total }) {
      const line = `${words[step]} ${total === 0 ? 100 : Math.floor((100 * done) / total)} % of ${inMegabytes(total)}`;
      if (!terminal.isTTY || line === shown) return;
      shown = line;
      terminal.write(`\r\u001B[K${line}`);
    },
    end() {
      if (shown !== '') terminal.write('\r\u001B[K');
      shown = '';
    },
  };
}

/** A size for a person. */
export const inMegabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
