import { type Logger, pino } from 'pino';

/** A process's log: one JSON line per event on standard output, with the process's name in each. */
export function createLog(name: string, level: string): Logger {
  return pino({ name, level });
}
