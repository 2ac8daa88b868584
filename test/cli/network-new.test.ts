import { execFile } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, expect, test } from '@jest/globals';
import { networkRefusals } from '../../cli/network/network-refusal.ts';
import { copyProject } from '../harness/copy-project.ts';
import { answerAtTerminal, CLEAR, END, LEAVE } from './answer-at-terminal.ts';
import { root, runBirge } from './run-birge.ts';

// A copy, since a network that is made stands among the others.
const copy = await copyProject();
const read = (file: string): string => readFileSync(join(copy, file), 'utf8');
const has = (file: string): boolean => existsSync(join(copy, file));
const birge = (...args: string[]): ReturnType<typeof runBirge> => runBirge(args, {}, copy);
const tree = (): string[] => globSync('{subgraphs,schema}/**/*', { cwd: copy }).sort();
const memberList = read('rover.yaml');
const before = tree();

afterEach(() => {
  writeFileSync(join(copy, 'rover.yaml'), memberList);
  for (const path of tree()) if (!before.includes(path)) rmSync(join(copy, path), { recursive: true, force: true });
});

test.each([
  ['NETWORK_COUNTRY_UNKNOWN', ['YY'], /"YY" is no country code of ISO 3166-1/],
  ['NETWORK_COUNTRY_TAKEN', ['kz'], /KZ is the country of the member kazakhstan/],
  ['NETWORK_NAME_INVALID', ['BY', '--name', 'Bela*/rus'], /"Bela\*\/rus" is no name/],
  ['NETWORK_NAME_INVALID', ['BY', '--subgraph', 'Белоруссия'], /no name of a subgraph: small letters/],
  ['NETWORK_NAME_INVALID', ['BY', '--subgraph', '../belarus'], /no name of a subgraph: small letters/],
  ...['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'].map(
    (name) => ['NETWORK_NAME_INVALID', ['BY', '--subgraph', name], new RegExp(`"${name}" is no name of a subgraph`)] as const,
  ),
  ['NETWORK_NAME_INVALID', ['XA', '--name', 'Constructor'], /"constructor" is no name of a subgraph: every JavaScript object has/],
  ['NETWORK_NAME_INVALID', ['BY', '--name', 'Беларусь'], /no name of a subgraph can be made of "Беларусь".*--subgraph NAME/],
  ['NETWORK_NAME_TAKEN', ['BY', '--subgraph', 'russia'], /a member of this name is in the member list/],
  ['NETWORK_NAME_TAKEN', ['BY', '--subgraph', 'national'], /the folder subgraphs\/national exists/],
  ['NETWORK_NAME_TAKEN', ['BY', '--subgraph', 'statements'], /hub has a root field of this name/],
  ['NETWORK_NAME_TAKEN', ['BY', '--subgraph', 'gateway'], /the name of the gateway/],
  ['NETWORK_LANGUAGE_UNKNOWN', ['BY', '--languages', 'ru,bel_BY'], /"bel_BY" is no language/],
  ['NETWORK_LANGUAGE_UNKNOWN', ['BY', '--languages', 'xx'], /"xx" is no language/],
  ['NETWORK_PORT_TAKEN', ['BY', '--port', '4002'], /port 4002 is that of kazakhstan/],
  ['NETWORK_PORT_TAKEN', ['BY', '--port', '4000'], /port 4000 is that of the gateway/],
])('%s: birge network new %s writes nothing', async (refusal, args, sentence) => {
  const { code, out, err } = await birge('network', 'new', ...args);
  expect(err).toMatch(new RegExp(`^birge: ${refusal}: `));
  expect(err).toMatch(sentence);
  expect(err.trim().split('\n')).toHaveLength(1);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(tree()).toEqual(before);
  expect(read('rover.yaml')).toBe(memberList);
  const { error } = JSON.parse((await birge('network', 'new', ...args, '--json')).out) as { error: { code: string; message: string } };
  expect(error).toEqual({ code: refusal, message: expect.stringMatching(sentence) });
});

test('a dry run names all files and writes none', async () => {
  const { code, out } = await birge('network', 'new', 'BY', '--dry-run');
  expect(code).toBe(0);
  const siblings = globSync('**/*.*', { cwd: join(copy, 'subgraphs/kazakhstan') }).map((file) => `would write  subgraphs/belarus/${file}`);
  expect(out.split('\n')).toEqual(expect.arrayContaining([...siblings, 'would write  rover.yaml']));
  expect(tree()).toEqual(before);
  expect(read('rover.yaml')).toBe(memberList);
});

test('a port is a whole number from 1 on: nobody can ask a port that is drawn at each start', async () => {
  const { code, err } = await birge('network', 'new', 'BY', '--port', '0');
  expect(err).toContain('A port is a whole number from 1 to 65535.');
  expect(code).toBe(2);
  expect(tree()).toEqual(before);
});

test('a language is taken once, in capitals or not', async () => {
  const { out } = await birge('network', 'new', 'BY', '--languages', 'RU,be,ru,uz-latn', '--endonym-language', 'BE', '--dry-run', '--json');
  const { network } = JSON.parse(out) as { network: object };
  expect(network).toMatchObject({ languages: ['ru', 'be', 'uz-Latn'], endonymLanguage: 'be', endonym: 'Беларусь' });
});

test('a folder and its files have the rights that the umask leaves', async () => {
  const umask = process.umask(0o022);
  await birge('network', 'new', 'BY');
  process.umask(umask);
  const modes = ['subgraphs/belarus', 'subgraphs/belarus/data', 'subgraphs/belarus/network.ts', 'schema/subgraphs/belarus.graphql'].map(
    (path) => (statSync(join(copy, path)).mode & 0o777).toString(8),
  );
  expect(modes).toEqual(['755', '755', '644', '644']);
});

test('a row is added at the end: comments and order of the member list stay, and the text is there at once', async () => {
  const commented = memberList.replace('  russia:', '  # Of 2026.\n  russia: # the largest');
  writeFileSync(join(copy, 'rover.yaml'), commented);
  const { code, out } = await birge('network', 'new', 'XA', '--name', 'Atlantis', '--languages', 'en', '--json');
  expect(code).toBe(0);
  const row = '  atlantis:\n    routing_url: http://127.0.0.1:4004/graphql\n    schema:\n      file: ./schema/subgraphs/atlantis.graphql\n';
  expect(read('rover.yaml')).toBe(commented + row);
  expect(read('schema/subgraphs/atlantis.graphql')).toContain('type AtlantisNetwork implements NationalNetwork');
  const { network, files } = JSON.parse(out) as { network: object; files: string[] };
  expect(network).toMatchObject({ country: 'XA', names: { ru: 'Atlantis', kk: 'Atlantis', uz: 'Atlantis', en: 'Atlantis' }, port: 4004 });
  expect(files.filter((file) => !has(file))).toEqual([]);
  // ISO 3166-2 names no region of it.
  expect(read('subgraphs/atlantis/data/regions.csv')).toContain('xa:region:sample');
});

test('names with marks and apostrophes, and everything else, pass `npm run check` as they are written', async () => {
  await birge('network', 'new', 'CI', '--name', "Côte d'Ivoire", '--languages', 'fr,dyu', '--endonym', "Côte d'Ivoire");
  expect(read('subgraphs/cote_d_ivoire/network.ts')).toContain(`en: "Côte d'Ivoire",`);
  expect(read('subgraphs/cote_d_ivoire/network.ts')).toContain(`typeName: 'CoteDIvoireNetwork'`);
  expect((await birge('compose')).code).toBe(0);
  const { stdout } = await promisify(execFile)('npm', ['run', 'check'], { cwd: copy });
  expect(stdout).toContain('The contract is sound: no findings.');
  writeFileSync(join(copy, 'schema/supergraph.graphql'), readFileSync(join(root, 'schema/supergraph.graphql')));
  writeFileSync(join(copy, 'schema/subgraphs/hub.graphql'), readFileSync(join(root, 'schema/subgraphs/hub.graphql')));
}, 240_000);

test("what siblings have beside is copied from the one of the same language, with the new network's ids and time zone", async () => {
  for (const [name, language] of [
    ['kazakhstan', 'kk'],
    ['russia', 'ru'],
    ['uzbekistan', 'uz'],
  ] as const) {
    const owner = { kazakhstan: 'kz', russia: 'ru', uzbekistan: 'uz' }[name];
    mkdirSync(join(copy, 'subgraphs', name, 'forms'));
    writeFileSync(
      join(copy, 'subgraphs', name, 'forms/planted.yaml'),
      `language: ${language}\nzone: Europe/Moscow\nid: ${owner}:action:x\ncountry: RU\nru: text\n`,
    );
    writeFileSync(join(copy, 'subgraphs', name, 'data/planted.csv'), 'a,b\n1,2\n');
  }
  await birge('network', 'new', 'BY', '--languages', 'ru,en');
  expect(read('subgraphs/belarus/forms/planted.yaml')).toBe(
    '# Copied from russia: put the headings and words of your own files in.\nlanguage: ru\nzone: Europe/Minsk\nid: by:action:x\ncountry: BY\nru: text\n',
  );
  expect(read('subgraphs/belarus/data/planted.csv')).toBe('a,b\n');
  // Its made-up registry is of its own regions.
  expect(read('subgraphs/belarus/synth.yaml')).toMatch(/^population:\n {2}BY-BR: 100\n/m);
  expect(read('subgraphs/belarus/synth.yaml')).not.toMatch(/RU-/);
});

test('a failure on the way leaves everything as it was', async () => {
  // The text of the new door is made of code that is not there.
  const door = join(copy, 'subgraphs/national/create-door.ts');
  renameSync(door, `${door}.away`);
  const { code, err } = await birge('network', 'new', 'BY');
  renameSync(`${door}.away`, door);
  expect(err).toMatch(/^birge: NETWORK_WRITE_FAILED: .*create-door.*everything is as it was\.\n$/);
  expect(code).toBe(2);
  expect(tree()).toEqual(before);
  expect(globSync('{subgraphs/.*,*.new}', { cwd: copy })).toEqual([]);
  expect(read('rover.yaml')).toBe(memberList);
});

test('on a terminal five questions are asked, and Enter takes the default', async () => {
  const entry = join(copy, 'cli', 'birge.mjs');
  const { shown: asked, code } = await answerAtTerminal([entry, 'network', 'new', 'KG'], copy, [
    ['Name of the country in English', ''],
    ['Its own name for itself', ''],
    ['Languages the network works in', 'ky,ru'],
    ['Port of its subgraph', '4104'],
    ['Write subgraphs/kyrgyzstan/', 'y'],
  ]);
  expect(code).toBe(0);
  expect(asked).toContain('Kyrgyzstan (KG) is kyrgyzstan, behind KyrgyzstanNetwork, on port 4104.');
  expect(read('subgraphs/kyrgyzstan/network.ts')).toContain(`languages: ['ky', 'ru'],`);
  expect(read('subgraphs/kyrgyzstan/network.ts')).toContain(`original: 'Кыргызстан',`);
});

test('what was said is not asked, and a no writes nothing', async () => {
  const entry = join(copy, 'cli', 'birge.mjs');
  const said = ['--name', 'Kyrgyzstan', '--endonym', 'Кыргызстан', '--languages', 'ky', '--port', '4104'];
  const { shown: asked, code } = await answerAtTerminal([entry, 'network', 'new', 'KG', ...said], copy, [
    ['Write subgraphs/kyrgyzstan/', 'n'],
  ]);
  expect(code).toBe(0);
  expect(asked).toContain('Nothing was written.');
  expect(asked).not.toContain('Name of the country');
  expect(tree()).toEqual(before);
});

test.each([
  ['Ctrl-C', LEAVE, 'Name of the country in English'],
  ['Ctrl-D', END, 'Name of the country in English'],
  ['Ctrl-C', LEAVE, 'Write subgraphs/'],
  ['Ctrl-D', END, 'Write subgraphs/'],
])('who leaves by %s writes nothing, and the exit code tells', async (_, key, question) => {
  const said = question.startsWith('Name')
    ? []
    : ['--name', 'Kyrgyzstan', '--endonym', 'Кыргызстан', '--languages', 'ky', '--port', '4104'];
  const { shown, code } = await answerAtTerminal([join(copy, 'cli', 'birge.mjs'), 'network', 'new', 'KG', ...said], copy, [
    [question, key],
  ]);
  expect(shown).toMatch(/\n\S*Nothing was written\.\r\n$/);
  expect(shown).not.toContain('Warning');
  expect(code).toBe(1);
  expect(tree()).toEqual(before);
});

test('an answer that cannot be taken is asked again at its own question, with the reason', async () => {
  const { shown, code } = await answerAtTerminal([join(copy, 'cli', 'birge.mjs'), 'network', 'new', 'KG', '--dry-run'], copy, [
    ['Name of the country in English', 'Кыргызстан'],
    ['--subgraph', `${CLEAR}Russia`],
    ['member list', `${CLEAR}Kyrgyzstan`],
    ['Its own name for itself', '*/'],
    ['accepted', `${CLEAR}Кыргызстан`],
    ['Languages the network works in', 'ky,xx'],
    ['BCP', `${CLEAR}KY,ky,ru`],
    ['Port of its subgraph', '0'],
    ['65535', `${CLEAR}4002`],
    ['--port', `${CLEAR}4104`],
  ]);
  expect(code).toBe(0);
  expect(shown).toContain('Kyrgyzstan (KG) is kyrgyzstan, behind KyrgyzstanNetwork, on port 4104.');
});

test('what was said wrong is refused before the first question', async () => {
  const entry = join(copy, 'cli', 'birge.mjs');
  const { shown, code } = await answerAtTerminal([entry, 'network', 'new', 'KG', '--port', '4002'], copy, []);
  expect(shown).toMatch(/^birge: NETWORK_PORT_TAKEN: port 4002 is that of kazakhstan/);
  expect(code).toBe(2);
});

test.each([
  ['birge subgraph kazakhstan', ['subgraph', 'kazakhstan'], 'index.ts'],
  ['birge quality', ['quality', '--network', 'kz'], 'network.ts'],
  ['birge import list', ['import', 'list', '--network', 'kz'], 'network.ts'],
])('%s tells code that cannot be read from code that is missing', async (_, args, file) => {
  const folder = join(copy, 'subgraphs/kazakhstan');
  renameSync(folder, `${folder}.away`);
  // A link to itself cannot be followed, whoever asks: rights would not stop an administrator.
  symlinkSync(folder, folder);
  const unreadable = await birge(...args);
  rmSync(folder);
  const missing = await birge(...args);
  renameSync(`${folder}.away`, folder);
  expect(unreadable.err).toMatch(new RegExp(`^birge: subgraphs/kazakhstan/${file} cannot be read: ELOOP`));
  expect(missing.err).toContain(`subgraphs/kazakhstan/${file} is missing`);
  expect([unreadable.code, missing.code]).toEqual([2, 2]);
});

test('a network that is removed keeps its folder; the hub and what is no member are not removed', async () => {
  await birge('network', 'new', 'BY');
  const { out } = await birge('network', 'remove', 'belarus');
  expect(out).toMatch(/^wrote {2}rover\.yaml\nremoved {2}schema\/subgraphs\/belarus\.graphql\nkept {2}subgraphs\/belarus/);
  expect(read('rover.yaml')).toBe(memberList);
  expect([has('schema/subgraphs/belarus.graphql'), has('subgraphs/belarus/network.ts')]).toEqual([false, true]);
  for (const name of ['hub', 'belarus']) {
    const { code, err } = await birge('network', 'remove', name);
    expect(err).toBe(`birge: NETWORK_UNKNOWN: "${name}" is no network; the networks are kazakhstan, russia, uzbekistan.\n`);
    expect(code).toBe(2);
  }
});

test('a name that the hub still keeps for a network that was removed is free after birge compose', async () => {
  const [supergraph, hub] = ['schema/supergraph.graphql', 'schema/subgraphs/hub.graphql'].map(read);
  await birge('network', 'new', 'LV');
  await birge('compose');
  await birge('network', 'remove', 'latvia');
  rmSync(join(copy, 'subgraphs/latvia'), { recursive: true });
  const { code, err } = await birge('network', 'new', 'LV');
  expect(err).toMatch(/^birge: NETWORK_NAME_TAKEN: "latvia" is taken: .*LatviaNetwork.*no longer a member.*run birge compose first/);
  expect(code).toBe(2);
  await birge('compose');
  expect((await birge('network', 'new', 'LV', '--dry-run')).code).toBe(0);
  writeFileSync(join(copy, 'schema/supergraph.graphql'), supergraph ?? '');
  writeFileSync(join(copy, 'schema/subgraphs/hub.graphql'), hub ?? '');
});

test('a member named by hand like a member of every object can be taken out', async () => {
  const row =
    '  constructor:\n    routing_url: http://127.0.0.1:4009/graphql\n    schema:\n      file: ./schema/subgraphs/constructor.graphql\n';
  writeFileSync(join(copy, 'rover.yaml'), memberList + row);
  const text = read('schema/subgraphs/kazakhstan.graphql').replaceAll('Kazakhstan', 'Constructor').replaceAll('country/KZ', 'country/XA');
  writeFileSync(join(copy, 'schema/subgraphs/constructor.graphql'), text.replace(/^ {2}kazakhstan\b/m, '  constructor'));
  expect(await birge('network', 'remove', 'constructor')).toMatchObject({ code: 0, err: '' });
  expect(read('rover.yaml')).toBe(memberList);
});

test('the page of refusals and the code hold the same', () => {
  const page = readFileSync(join(root, 'cli/network/README.md'), 'utf8');
  const documented = [...page.matchAll(/^\| `(NETWORK_[A-Z_]+)` \|/gm)].map(([, code]) => code);
  expect(new Set(documented)).toEqual(new Set(networkRefusals));
});
