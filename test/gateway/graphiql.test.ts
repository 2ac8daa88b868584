import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { chromium } from 'playwright-core';
import { buildSchema } from 'graphql';
import { readPreparedQueries } from '../../gateway/prepared-queries.ts';
import { closeAfterTest, openSmallFederation } from './small-federation.ts';

const CHROMIUM = '/usr/bin/chromium';
const operations = new URL('../../schema/operations/', import.meta.url);

test('the start page leads to the IDE, which may ask nobody but its own server', async () => {
  const { url } = await openSmallFederation();
  const start = await fetch(new URL('/', url), { redirect: 'manual' });
  expect([start.status, start.headers.get('location')]).toEqual([302, '/graphiql']);
  const page = await fetch(new URL('/graphiql', url));
  expect(page.status).toBe(200);
  expect(page.headers.get('content-encoding')).toBe('gzip');
  const policy = page.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("connect-src 'self'");
  expect(policy).not.toMatch(/https?:|\*/);
  const html = await page.text();
  expect(html).not.toMatch(/<(?:script|link|img|iframe)[^>]+(?:src|href)="https?:/);
});

test('prepared queries are those that fit the schema, and a missing folder prepares none', async () => {
  const names = buildSchema(
    'type Query { networks: [N!]! } type N { code: String name(language: L): String statements(first: Int): C } enum L { EN } type C { nodes: [S] } type S { indicator: String value: Float lower: Float upper: Float qualifier: String period: P source: T } type P { edtf: String } type T { title: String }',
  );
  const fitting = await readPreparedQueries(operations.pathname, names);
  expect(fitting.map((query) => /query (\w+)/.exec(query)?.[1])).toEqual(['NetworksStatements']);
  expect((await readdir(operations)).length).toBeGreaterThan(fitting.length);
  expect(await readPreparedQueries('/no/such/folder', names)).toEqual([]);
});

const hasChromium = existsSync(CHROMIUM);
// Skipped only where there is no browser; the name then says so, and .ci/run installs one.
(hasChromium ? test : test.skip)(
  `in Chromium the IDE runs a query and asks no other host${hasChromium ? '' : ' (skipped: no Chromium at /usr/bin/chromium)'}`,
  async () => {
    const { url } = await openSmallFederation();
    const browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    });
    closeAfterTest(() => browser.close());
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const asked: string[] = [];
    const faults: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    page.on('pageerror', (error) => faults.push(error.message));
    await page.goto(new URL('/graphiql', url).href);
    await page.getByRole('button', { name: /execute/i }).click();
    // Monaco writes each word of the result as its own element.
    await page.locator('.result-window').getByText('"Россия"').first().waitFor();
    expect(await page.locator('.graphiql-tab').count()).toBe(2);
    await page.screenshot({ path: process.env['SCREENSHOT'] ?? '/tmp/graphiql.png' });
    const { host } = new URL(url);
    const elsewhere = asked.filter((address) => !/^(?:data|blob):/.test(address) && new URL(address).host !== host);
    expect(asked.filter((address) => address === url).length).toBeGreaterThan(1);
    expect(elsewhere).toEqual([]);
    expect(faults).toEqual([]);
  },
);
