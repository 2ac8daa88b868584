import { InvalidArgumentError, Option } from 'commander';

/** `--port N`, the same in every command that listens; 0 takes a free port. */
export function portOption(description: string): Option {
  return new Option('--port <number>', description).argParser((value) => {
    const port = Number(value);
    if (/^\d+$/.test(value) && port <= 65_535) return port;
    throw new InvalidArgumentError('A port is a whole number from 0 to 65535.');
  });
}
