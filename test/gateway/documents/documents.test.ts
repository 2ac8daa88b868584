import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { compileDocument } from '../../../gateway/documents/compile-document.ts';
import { readDocuments } from '../../../gateway/documents/read-documents.ts';
import { closeAfterTest } from '../small-federation.ts';
import { openLimitedGateway, refusalOf } from '../limits/limited-gateway.ts';

const LEAF = '# One leaf.\nquery Leaf {\n  tree { leaf }\n}\n';
const BODY = 'query Leaf {\n  tree {\n    leaf\n  }\n}';
const ID = `sha256:${createHash('sha256').update(BODY).digest('hex')}`;
const preflight = { 'apollo-require-preflight': '1' };

async function folderOf(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'birge-operations-'));
  closeAfterTest(() => rm(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

/** A gateway that stores three documents; `env` are further settings. */
async function openStoring(env: NodeJS.ProcessEnv = {}) {
  const OPERATIONS = await folderOf({
    'leaf.graphql': LEAF,
    'page.graphql': 'query Page($n: Int!) { page(first: $n) { nodes { leaf } } }',
    'deep.graphql': `query Deep { ${'tree { '.repeat(10)} leaf ${'} '.repeat(11)}`,
  });
  return openLimitedGateway({ OPERATIONS, ...env });
}

test('a stored document is answered by its id, by POST and by GET', async () => {
  const { ask, send } = await openStoring();
  expect((await ask({ documentId: ID })).body).toEqual({ data: { tree: { leaf: 1 } } });
  expect((await ask({ documentId: ID.slice('sha256:'.length) })).body).toEqual({ data: { tree: { leaf: 1 } } });
  expect((await send({ headers: preflight }, `?documentId=${ID}`)).body).toEqual({ data: { tree: { leaf: 1 } } });
});

test('variables and the name of the operation go with an id', async () => {
  const { ask, send } = await openStoring();
  const compiled = compileDocument('query Page($n: Int!) { page(first: $n) { nodes { leaf } } }');
  if ('fault' in compiled) throw new Error(compiled.fault);
  const byPost = await ask({ documentId: compiled.id, variables: { n: 2 }, operationName: 'Page' });
  expect(byPost.body).toEqual({ data: { page: { nodes: [{ leaf: 1 }] } } });
  const search = `?documentId=${compiled.id}&variables=${encodeURIComponent('{"n":2}')}`;
  expect((await send({ headers: preflight }, search)).body).toEqual(byPost.body);
});

test('a GET by id that any page could make a browser send is refused', async () => {
  const { send, asked } = await openStoring();
  const answer = await send({}, `?documentId=${ID}`);
  expect([answer.status, refusalOf(answer).code]).toEqual([400, 'BAD_REQUEST']);
  expect(asked()).toBe(0);
});

test('an id that is not stored is refused in the one form, and nobody is asked', async () => {
  const { ask, asked } = await openStoring();
  const body = { documentId: `sha256:${'0'.repeat(64)}` };
  const legacy = await ask(body);
  const draft = await ask(body, { accept: 'application/graphql-response+json' });
  expect([legacy.status, draft.status]).toEqual([200, 400]);
  for (const answer of [legacy, draft]) {
    expect(refusalOf(answer)).toMatchObject({
      code: 'DOCUMENT_UNKNOWN',
      keys: ['errors', 'message', 'extensions', 'code', 'country', 'retryable', 'requestId'],
    });
  }
  expect(asked()).toBe(0);
});

test.each([
  ['beside a query', { documentId: ID, query: '{ tree { leaf } }' }],
  ['that is no text', { documentId: 7 }],
])('an id %s is no request', async (_what, body) => {
  const { ask, asked } = await openStoring();
  const answer = await ask(body);
  expect([answer.status, refusalOf(answer).code]).toEqual([400, 'BAD_REQUEST']);
  expect(asked()).toBe(0);
});

test('an id that is given twice is no request', async () => {
  const { send } = await openStoring();
  expect((await send({ headers: preflight }, `?documentId=${ID}&documentId=${ID}`)).status).toBe(400);
});

test('a request without a query and without an id is no request, whatever is stored', async () => {
  const { ask } = await openStoring({ TRUSTED_ONLY: '1' });
  expect((await ask({ variables: {} })).status).toBe(400);
});

test('where only stored documents are trusted, no other is answered, introspection and a broken one included', async () => {
  const { ask, send, asked } = await openStoring({ TRUSTED_ONLY: '1' });
  for (const query of ['{ tree { leaf } }', '{ __schema { queryType { name } } }', '{', `${LEAF} `]) {
    expect(refusalOf(await ask({ query })).code).toBe('DOCUMENT_NOT_TRUSTED');
  }
  expect(refusalOf(await send({ headers: preflight }, `?query=${encodeURIComponent('{ tree { leaf } }')}`)).code).toBe(
    'DOCUMENT_NOT_TRUSTED',
  );
  expect(asked()).toBe(0);
  for (const body of [{ documentId: ID }, { query: LEAF }, { query: BODY }]) {
    expect((await ask(body)).body).toEqual({ data: { tree: { leaf: 1 } } });
  }
});

test('a stored document keeps the limits like any other', async () => {
  const { ask, asked } = await openStoring({ TRUSTED_ONLY: '1' });
  const deep = compileDocument(`query Deep { ${'tree { '.repeat(10)} leaf ${'} '.repeat(11)}`);
  const page = compileDocument('query Page($n: Int!) { page(first: $n) { nodes { leaf } } }');
  if ('fault' in deep || 'fault' in page) throw new Error('not compiled');
  expect(refusalOf(await ask({ documentId: deep.id })).code).toBe('QUERY_TOO_DEEP');
  expect(refusalOf(await ask({ documentId: page.id, variables: { n: 1_001 } })).code).toBe('PAGE_TOO_LARGE');
  expect(asked()).toBe(0);
});

test('a gateway that trusts stored documents only does not start without any', async () => {
  const OPERATIONS = await folderOf({});
  await expect(openLimitedGateway({ OPERATIONS, TRUSTED_ONLY: '1' })).rejects.toThrow(/TRUSTED_ONLY.*no stored document/);
  await expect(openLimitedGateway({ TRUSTED_ONLY: 'yes' })).rejects.toThrow(/TRUSTED_ONLY must be 0 or 1/);
});

test('a file that is no stored document is named with its reason and left out', async () => {
  const { documents, faults } = await readDocuments(
    await folderOf({
      'a.graphql': LEAF,
      'again.graphql': 'query Leaf { tree { color } }',
      'broken.graphql': '{',
      'nameless.graphql': '{ tree { leaf } }',
      'two.graphql': 'query A { tree { leaf } } query B { tree { leaf } }',
      'notes.txt': 'no document',
    }),
  );
  expect(documents).toEqual([{ id: ID, name: 'Leaf', type: 'query', body: BODY }]);
  expect(faults).toEqual([
    { file: 'again.graphql', fault: 'a.graphql holds an operation Leaf too.' },
    { file: 'broken.graphql', fault: expect.stringContaining('Syntax Error') },
    { file: 'nameless.graphql', fault: 'its operation has no name.' },
    { file: 'two.graphql', fault: 'it holds 2 operations; one is needed.' },
  ]);
});

test('a folder that is missing stores nothing', async () => expect((await readDocuments('/no/such/folder')).documents).toEqual([]));
