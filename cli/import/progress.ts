import { Presets, SingleBar } from 'cli-progress';
import type { ImportStep } from '../../subgraphs/national/intake/import/import-request.ts';

const WORDS: Readonly<Record<ImportStep, string>> = {
  reading: 'reading the file',
  checking: 'checking all rows together',
  telling: 'comparing with the database',
  writing: 'writing',
};

export interface Progress {
  tell(this: void, step: ImportStep, share: number | null): void;
  end(this: void): void;
}

/** How far an import is, on standard error: a bar on a terminal, else a line for each step. */
export function showProgress(isQuiet: boolean): Progress {
  if (isQuiet) return { tell: () => undefined, end: () => undefined };
  return process.stderr.isTTY ? showBar() : showLines();
}

function showBar(): Progress {
  const bar = new SingleBar(
    { format: '{bar} {percentage} % · {step}', hideCursor: true, clearOnComplete: true, stream: process.stderr },
    Presets.shades_classic,
  );
  bar.start(100, 0, { step: WORDS.reading });
  return {
    tell: (step, share) => bar.update(share === null ? 100 : Math.floor(share * 100), { step: WORDS[step] }),
    end: () => bar.stop(),
  };
}

function showLines(): Progress {
  let last: ImportStep | null = null;
  return {
    tell(step) {
      if (step !== last) console.error(`${WORDS[step]} …`);
      last = step;
    },
    end: () => undefined,
  };
}
