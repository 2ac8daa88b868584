import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { median, rounded } from './figures.ts';

// What does a refused query cost the gateway beside the cheapest one that it answers? Processor time of the gateway's process alone.

const ROUNDS = 9;
const REQUESTS = 40;
const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const times = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');
const bomb = `{ kazakhstan { ...F0 } } ${times(30, (index) => `fragment F${index} on KazakhstanNetwork { ...F${index + 1} ...F${index + 1} }`)} fragment F30 on KazakhstanNetwork { a: code }`;

const ANSWERED = 'the cheapest query';
const questions: Readonly<Record<string, (index: number) => object>> = {
  [ANSWERED]: () => ({ query: '{ kazakhstan { code } }' }),
  'the same, never seen before': (index) => ({ query: `{ kazakhstan { code } } # ${index}` }),
  '10,000 aliases': (index) => ({ query: `{ ${times(10_000, (alias) => `a${alias}: __typename`)} } # ${index}` }),
  '2,000 levels': (index) => ({ query: `{ ${'kazakhstan { '.repeat(2_000)} code ${'} '.repeat(2_001)} # ${index}` }),
  '11 levels': (index) => ({ query: `{ ${'kazakhstan { '.repeat(10)} code ${'} '.repeat(11)} # ${index}` }),
  '500 aliases': (index) => ({ query: `{ ${times(500, (alias) => `a${alias}: __typename`)} } # ${index}` }),
  '190 fields of one name with fields below': (index) => ({
    query: `{ kazakhstan { ${times(190, () => 'statements { nodes { id } }')} } } # ${index}`,
  }),
  'a bomb of fragments': (index) => ({ query: `${bomb} # ${index}` }),
  '300 directives': (index) => ({ query: `{ kazakhstan { code ${'@skip(if: false) '.repeat(300)} } } # ${index}` }),
  'cost by a variable': () => ({
    query: 'query ($n: Int!) { networks { statements(first: $n) { nodes { source { title } } } } }',
    variables: { n: 1_000 },
  }),
  'a page of 5,000': () => ({ query: '{ kazakhstan { statements(first: 5000) { totalCount } } }' }),
  'a list of 5,000': () => ({
    query: 'query ($c: [CountryCode!]) { networks(codes: $c) { code } }',
    variables: { c: Array.from({ length: 5_000 }, () => 'KZ') },
  }),
  'an unknown document': (index) => ({ documentId: `sha256:${index}` }),
};

const country = createServer((request, response) => {
  request.resume().on('end', () => {
    response.writeHead(200, { 'content-type': 'application/graphql-response+json' });
    response.end('{"data":{"kazakhstan":{"__typename":"KazakhstanNetwork","code":"KZ"}}}');
  });
});
await once(country.listen(0, '127.0.0.1'), 'listening');
const env = {
  ...process.env,
  DRAIN_MS: '0',
  RATE_LIMIT_PER_MINUTE: '0',
  COST_LIMIT_PER_MINUTE: '0',
  ROUTING_URL_KAZAKHSTAN: `http://127.0.0.1:${(country.address() as AddressInfo).port}/graphql`,
};
const gateway = fork(fileURLToPath(new URL('./gateway-process.ts', import.meta.url)), [file('../schema/supergraph.graphql')], {
  execArgv: ['--import', file('../cli/register.mjs')],
  env,
});
const [{ url }] = (await once(gateway, 'message')) as [{ url: string }];

async function cpu(): Promise<number> {
  const heard = once(gateway, 'message') as Promise<[{ cpu: number }]>;
  gateway.send('cpu');
  return (await heard)[0].cpu;
}

const used = new Map<string, number[]>();
let index = 0;
for (let round = 0; round < ROUNDS; round += 1) {
  for (const [name, question] of Object.entries(questions)) {
    const before = await cpu();
    for (let request = 0; request < REQUESTS; request += 1) {
      index += 1;
      const body = JSON.stringify(question(index));
      const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      const { data } = (await response.json()) as { data?: unknown };
      const isAnswered = name === ANSWERED || name === 'the same, never seen before';
      if ((data !== undefined) !== isAnswered) throw new Error(`${name}: ${isAnswered ? 'refused' : 'answered'}; the run is void`);
    }
    used.set(name, [...(used.get(name) ?? []), ((await cpu()) - before) / REQUESTS]);
  }
}
const reference = median(used.get(ANSWERED) ?? []);
const rows = Object.entries(questions).map(([question]) => {
  const microseconds = median(used.get(question) ?? []);
  return { question, microseconds: Math.round(microseconds), ratio: rounded(microseconds / reference) };
});
if (process.argv.includes('--json')) console.log(JSON.stringify(rows));
else console.table(rows);
gateway.disconnect();
country.close();
country.closeAllConnections();
