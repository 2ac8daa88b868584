import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import type { FastifyInstance } from 'fastify';

const FALLBACK_QUERY = '# Which types does this endpoint know?\n{ __schema { queryType { fields { name description } } } }\n';

/**
 * The IDE at /graphiql: one page that carries all it needs, so it opens without internet, and a policy that lets it ask this server only.
 * Shape   app, prepared queries (read when first asked, one tab each)
 * Source  Content Security Policy 3; the page's one script is allowed by its hash, workers are made from it as blobs
 */
export function addGraphiql(app: FastifyInstance, readQueries: () => Promise<readonly string[]>): void {
  let page: Promise<Page> | null = null;
  app.get('/', async (_request, reply) => reply.redirect('/graphiql', 302));
  app.get('/graphiql', async (request, reply) => {
    page ??= renderPage(readQueries);
    const { html, packed, policy } = await page;
    reply.type('text/html; charset=utf-8').header('content-security-policy', policy).header('vary', 'accept-encoding');
    const takesGzip = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/i.test(request.headers['accept-encoding'] ?? '');
    return takesGzip ? reply.header('content-encoding', 'gzip').send(packed) : reply.send(html);
  });
}

interface Page {
  readonly html: string;
  readonly packed: Buffer;
  readonly policy: string;
}

async function renderPage(readQueries: () => Promise<readonly string[]>): Promise<Page> {
  const queries = await readQueries();
  const [first = FALLBACK_QUERY] = queries;
  const tabs = queries.length > 0 ? queries : [first];
  // A query is text inside the page's script: `<` is written so that no query can end the script.
  const marker = tabs.map((_query, index) => `prepared-query-${index}`);
  let html = renderGraphiQL({
    title: 'Birge GraphiQL',
    endpoint: '/graphql',
    shouldPersistHeaders: false,
    defaultQuery: marker[0] ?? '',
    defaultTabs: marker.map((query) => ({ query })),
  });
  for (const [index, query] of tabs.entries()) {
    html = html.replaceAll(`"prepared-query-${index}"`, () => JSON.stringify(query).replaceAll('<', String.raw`\u003c`));
  }
  return { html, packed: await promisify(gzip)(html), policy: policyFor(html) };
}

function policyFor(html: string): string {
  const start = html.indexOf('<script>') + '<script>'.length;
  const script = html.slice(start, html.lastIndexOf('</script>'));
  const hash = createHash('sha256').update(script).digest('base64');
  return [
    "default-src 'none'",
    `script-src 'sha256-${hash}' blob:`,
    "style-src 'unsafe-inline'",
    "connect-src 'self'",
    'worker-src blob:',
    'img-src data:',
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
