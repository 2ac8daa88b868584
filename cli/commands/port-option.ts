import { InvalidArgumentError, Option } from 'commander';

/** `--port N`, the same in every command that listens; 0 takes a free port, where the least is not said to be 1. */
export function portOption(description: string, least: 0 | 1 = 0): Option {
  return new Option('--port <number>', description).argParser((value) => {
    const port = Number(value);
    if (/^\d+$/.test(value) && port >= least && port <= 65_535) return port;
    throw new InvalidArgumentError(`A port is a whole number from ${least} to 65535.`);
  });
}
