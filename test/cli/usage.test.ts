import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { CONTRACT_VERSION } from '../../subgraphs/contract/contract-version.ts';
import { readRoverConfig } from '../../subgraphs/federation/rover-config.ts';
import { birge, root, runBirge } from './run-birge.ts';

test('the versions of the product, the contract and Node are printed', async () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const { code, out } = await runBirge(['--version']);
  expect({ code, out }).toEqual({ code: 0, out: `birge ${version}, contract ${CONTRACT_VERSION}, Node ${process.versions.node}\n` });
});

test('an unknown command is wrong use and the nearest one is named', async () => {
  const { code, err } = await runBirge(['compos']);
  expect(code).toBe(2);
  expect(err).toContain('Did you mean compose?');
});

test('an unknown subgraph is wrong use and the known ones are listed', async () => {
  const { code, err } = await runBirge(['subgraph', 'atlantis']);
  expect(code).toBe(2);
  const members = readRoverConfig(join(root, 'rover.yaml')).map(({ name }) => name);
  expect(members).toEqual(expect.arrayContaining(['hub', 'kazakhstan', 'russia', 'uzbekistan']));
  expect(err).toBe(`birge: "atlantis" is no member; the members are ${members.join(', ')}.\n`);
});

/** What is refused is not repeated: it may hold a password. */
const databaseUrl = (name: string): RegExp =>
  new RegExp(`^birge: DATABASE_URL${name} must be the URL of a PostgreSQL database, (?!.*sentinel)`);

test.each([
  ['a port that is none', ['subgraph', 'hub', '--port', '70000'], {}, /whole number from 0 to 65535/],
  ['a PORT that is none', ['up'], { PORT: 'http' }, /PORT must be a whole number from 0 to 65535, not "http"/],
  ['a log level that is none', ['up'], { LOG_LEVEL: 'loud' }, /LOG_LEVEL must be one of fatal, error/],
  ['a misspelt routing URL', ['up'], { ROUTING_URL_RUSIA: 'http://127.0.0.1:1/' }, /ROUTING_URL_RUSIA names no member/],
  ['two processes on one port', ['up', '--port', '4001'], {}, /russia and the gateway would both listen on port 4001/],
  ['one steward for all', ['up'], { STEWARD_KEY_FILE: '/nowhere/key' }, /set STEWARD_KEY_FILE_<NAME> for each/],
  [
    'a steward key that is not there',
    ['subgraph', 'kazakhstan'],
    { STEWARD_KEY_FILE_KAZAKHSTAN: '/nowhere/key' },
    /steward's key \/nowhere\/key cannot be read: ENOENT/,
  ],
  ['one port for the metrics of all', ['up'], { METRICS_PORT: '9100' }, /METRICS_PORT would be one port for all processes/],
  ['metrics that are neither on nor off', ['subgraph', 'hub'], { METRICS: 'yes' }, /METRICS must be on or off/],
  ['a database that is no PostgreSQL', ['up'], { DATABASE_URL_KAZAKHSTAN: 'mysql://kz:sentinel@127.0.0.1/kz' }, databaseUrl('_KAZAKHSTAN')],
  ['a database that is no URL', ['subgraph', 'kazakhstan'], { DATABASE_URL: 'sentinel' }, databaseUrl('')],
  [
    'a URL without a database',
    ['quality', '--network', 'kz'],
    { DATABASE_URL_KAZAKHSTAN: 'postgres://kz:sentinel@127.0.0.1/' },
    databaseUrl('_KAZAKHSTAN'),
  ],
  ['one database for all', ['up'], { DATABASE_URL: 'postgres://127.0.0.1/x' }, /set DATABASE_URL_<NAME> for each/],
  [
    'a member list that is not there',
    ['compose', '--config', '/nowhere/rover.yaml'],
    {},
    /the member list cannot be read.*\/nowhere\/rover\.yaml/,
  ],
])('%s is wrong use, said in a line without a stack', async (_, args, env, message) => {
  const { code, err } = await runBirge(args, env);
  expect(err).toMatch(message);
  expect(err.trim().split('\n')).toHaveLength(1);
  expect(code).toBe(2);
});

test.each([
  'up',
  'subgraph',
  'gateway',
  'status',
  'import',
  'import list',
  'import undo',
  'mapping suggest',
  'backup',
  'restore',
  'quality',
  'check',
  'compose',
  'operations',
  'network new',
  'network remove',
  'synth',
  'schema emit',
  'schema check',
  'schema release',
  'licenses',
])('help for %s ends with an example, and tells defaults as a user would write them', async (command) => {
  const { code, out } = await runBirge([...command.split(' '), '--help']);
  expect(code).toBe(0);
  expect(out).toContain(`  birge ${command}`);
  expect(out).toMatch(/Examples?:\n/);
  expect(out).not.toMatch(/[{[]"|\[object/);
});

test('a port of the metrics that is taken is named by its setting', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const { code, err } = await runBirge(['gateway', '--port', '0'], { METRICS_PORT: String(port), LOG_LEVEL: 'silent' });
  server.close();
  expect(err).toBe(`birge: gateway: port ${port} is in use by another program. Stop that program, or choose another METRICS_PORT.\n`);
  expect(code).toBe(3);
});

// The development machine's own Node, if there is an older one: the project's comes first on the path.
const older = ['/usr/local/bin/node', '/usr/bin/node'].find((node) => /^v(1\d|2[0-3])\./.test(String(spawnSync(node, ['-v']).stdout)));
// Skipped where Node 24 is the only one: there is nothing older to run it with.
const testWithOlderNode = older ? test : test.skip;
testWithOlderNode('an older Node is told what to do', () => {
  const { status, stderr } = spawnSync(older ?? '', [birge, 'up'], { encoding: 'utf8' });
  expect(status).toBe(2);
  expect(stderr).toMatch(/^birge: needs Node 24, this is v.*npm run birge -- COMMAND/);
});
