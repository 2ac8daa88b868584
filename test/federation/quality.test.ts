import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { ask } from '../harness/ask.ts';
import { type Federation, startFederation } from '../harness/start-federation.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';

const KEY = '5f0c2b7e9d4a1836c5e7f9021b3d4a6858f0c2b7e9d4a183';
const headers = { authorization: `Bearer ${KEY}` };
const refusal = (path: readonly string[]) => ({
  message: 'quality is not shown to this caller; it takes the tier STEWARD.',
  path,
  extensions: { code: 'TIER_NOT_ALLOWED', country: null, retryable: false },
});
let federation: Federation;
beforeAll(async () => {
  const stewardKeyFile = join(await temporaryFolder(), 'steward.key');
  await writeFile(stewardKeyFile, KEY, { mode: 0o600 });
  federation = await startFederation({ stewardKeyFiles: { kazakhstan: stewardKeyFile } });
});

test.each([
  ['without a key', {}],
  ["with the steward's key, which the gateway does not pass on", headers],
])('through the gateway, %s, quality is refused and the rest is whole', async (_, sent) => {
  const { status, data, errors, text } = await ask(
    federation.url,
    '{ kz: kazakhstan { code quality { checkedAt } } russia { code } }',
    {},
    sent,
  );
  expect(status).toBe(200);
  expect(data).toEqual({ kz: { code: 'KZ', quality: null }, russia: { code: 'RU' } });
  expect(errors).toMatchObject([refusal(['kz'])]);
  expect(text).not.toContain(KEY);
});

test('asked of all networks at once, the refusal is said once', async () => {
  const { data, errors } = await federation.ask('{ networks { code quality { checkedAt } } }');
  expect(data.networks).toEqual(['KZ', 'RU', 'UZ'].map((code) => ({ code, quality: null })));
  expect(errors).toMatchObject([refusal(['networks'])]);
});

test("on the network's own address the key opens its field, and no other network's", async () => {
  const own = await ask(federation.urls.get('kazakhstan') ?? '', '{ kazakhstan { quality { checkedAt } } }', {}, headers);
  expect([own.data, own.errors]).toEqual([{ kazakhstan: { quality: null } }, []]);
  const other = await ask(federation.urls.get('russia') ?? '', '{ russia { quality { checkedAt } } }', {}, headers);
  expect(other.errors).toMatchObject([refusal(['russia', 'quality'])]);
});
