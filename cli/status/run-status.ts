import { setTimeout as wait } from 'node:timers/promises';
import { readCountries } from '../../subgraphs/federation/read-countries.ts';
import { readRoverConfig } from '../../subgraphs/federation/rover-config.ts';
import { readEnvironment } from '../environment.ts';
import { exitCode } from '../exit-code.ts';
import { UserError } from '../user-error.ts';
import { findTroubles } from './find-troubles.ts';
import { printStatus } from './print-status.ts';
import { readStatus, type StatusPlace } from './read-status.ts';

export interface StatusFlags {
  readonly url: string | undefined;
  readonly config: string;
  readonly json: boolean;
  readonly watch: boolean;
}

const WATCH_EVERY_MS = 2_000;
const CLEAR = '\u001B[2J\u001B[H';

/**
 * `birge status`: how gateway, hub and countries are just now. Exit code 1 when something is not well.
 * Errors  UserError for an address that is none
 */
export async function runStatus({ url, config, json, watch }: StatusFlags): Promise<void> {
  const environment = readEnvironment();
  const place: StatusPlace = {
    gatewayUrl: gatewayUrlOf(url, environment),
    members: readRoverConfig(config, environment.routingUrls),
    countries: readCountries(config, environment.routingUrls),
  };
  while (true) {
    const { text, isWell } = await look(place, json);
    console.log(watch && !json ? `${CLEAR}${text}` : text);
    process.exitCode = isWell ? exitCode.done : exitCode.findings;
    if (!watch) return;
    await wait(WATCH_EVERY_MS);
  }
}

async function look(place: StatusPlace, json: boolean): Promise<{ readonly text: string; readonly isWell: boolean }> {
  const status = await readStatus(place, () => new Date());
  const troubles = findTroubles(status);
  const isWell = troubles.length === 0;
  if (json) return { text: JSON.stringify({ schema: 'birge/status@1', ok: isWell, ...status, troubles }, null, 2), isWell };
  const isNobodyThere = status.processes.every(({ readiness }) => readiness === 'away');
  return { text: isNobodyThere ? nobody(place) : printStatus(status, troubles), isWell };
}

function nobody({ gatewayUrl, members }: StatusPlace): string {
  const places = [gatewayUrl, ...members.map(({ routingUrl }) => routingUrl)].map((place) => new URL(place).host);
  return `Nothing runs: nobody answers at ${places.join(', ')}.\nStart everything with npm start, or say where the gateway is: birge status --url http://HOST:PORT`;
}

function gatewayUrlOf(url: string | undefined, { host, port }: { readonly host: string; readonly port: number }): string {
  if (url === undefined) {
    // Who listens everywhere is reached here too.
    const reached = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
    return `http://${reached.includes(':') ? `[${reached}]` : reached}:${port}/graphql`;
  }
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new UserError(`--url must be an http or https address, such as http://127.0.0.1:4000, not "${url}".`);
  const { pathname } = new URL(url);
  return pathname === '/' ? new URL('/graphql', url).href : url;
}
