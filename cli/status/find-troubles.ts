import type { ProcessStatus, Status } from './read-status.ts';

/** Something that is not well. */
export interface Trouble {
  readonly code: 'PROCESS_AWAY' | 'PROCESS_NOT_READY' | 'BREAKER_OPEN' | 'NETWORK_AWAY' | 'SUPERGRAPH_REFUSED';
  readonly process: string;
  readonly message: string;
}

/** What is not well, and where to look. */
export function findTroubles({ processes, gateway }: Status): Trouble[] {
  const troubles = processes.flatMap(troublesOf);
  if (gateway.isChangeRefused === true) {
    const message = 'the supergraph file holds a change that cannot be used; the last good one is served, the log says why';
    troubles.push({ code: 'SUPERGRAPH_REFUSED', process: 'gateway', message });
  }
  return troubles;
}

function troublesOf({ name, url, readiness, breakers, up }: ProcessStatus): Trouble[] {
  const troubles: Trouble[] = [];
  const add = (code: Trouble['code'], message: string): void => void troubles.push({ code, process: name, message });
  if (readiness === 'away') add('PROCESS_AWAY', `nothing answers at ${url}`);
  if (readiness === 'not ready' || readiness === 'stopping') add('PROCESS_NOT_READY', `it says "${readiness}"`);
  for (const by of ['gateway', 'hub'] as const) {
    const state = breakers[by];
    if (state !== null && state !== 'closed')
      add('BREAKER_OPEN', `the ${by}'s breaker is ${state}: its last calls failed, its log says how`);
  }
  // A country that is away has been named already.
  if (up === false && readiness !== 'away')
    add('NETWORK_AWAY', 'the hub did not reach it when it last looked; does it have the right address?');
  return troubles;
}
