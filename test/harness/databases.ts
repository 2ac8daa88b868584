import { randomUUID } from 'node:crypto';
import { Client } from 'pg';

/** A kind of database that a test runs on. `newUrl` gives the URL of an empty one, or undefined for a SQLite file. */
export interface TestDatabase {
  readonly name: string;
  newUrl(): Promise<string | undefined>;
}

const SERVER = process.env['BIRGE_TEST_POSTGRES_URL'] ?? 'postgres://root@127.0.0.1:5432/test';
const CONNECT_TIMEOUT_MS = 2_000;

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

async function createDatabase(): Promise<string> {
  const name = `birge_test_${randomUUID().replaceAll('-', '')}`;
  const client = new Client({ connectionString: SERVER });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  created.push(name);
  const url = new URL(SERVER);
  url.pathname = `/${name}`;
  return url.href;
}

const created: string[] = [];

/** Removes the databases that this file made. */
export async function dropDatabases(): Promise<void> {
  if (created.length === 0) return;
  const client = new Client({ connectionString: SERVER });
  await client.connect();
  for (const name of created.splice(0)) await client.query(`drop database if exists ${name} with (force)`);
  await client.end();
}

/** Whether a PostgreSQL answers here; where none does, its tests are skipped under a name that says so. */
export const hasPostgresql = await answers(SERVER);

export const sqlite: TestDatabase = { name: 'SQLite', newUrl: async () => undefined };
export const postgresql: TestDatabase = {
  name: hasPostgresql ? 'PostgreSQL' : 'PostgreSQL (skipped: none answers at BIRGE_TEST_POSTGRES_URL)',
  newUrl: createDatabase,
};
