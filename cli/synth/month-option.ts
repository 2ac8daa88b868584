import { InvalidArgumentError, Option } from 'commander';

/** A month as YYYY-MM, for options that name one. */
export interface Month {
  readonly year: number;
  readonly month: number;
}

/** An option that takes a month. */
export function monthOption(flags: string, description: string, standard: string): Option {
  return new Option(flags, description).default(parseMonth(standard), standard).argParser(parseMonth);
}

function parseMonth(text: string): Month {
  const [, year, month] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text) ?? [];
  if (year === undefined || month === undefined) throw new InvalidArgumentError('A month reads like 2024-01.');
  return { year: Number(year), month: Number(month) };
}
