import { afterEach } from '@jest/globals';
import { buildSchema, GraphQLError, type GraphQLSchema } from 'graphql';
import { pino } from 'pino';
import type { Departure } from '../../http/departure.ts';
import { DEFAULT_HTTP_LIMITS, type HttpLimits } from '../../http/limits.ts';
import { openGraphqlServer, type ToldMetrics } from '../../http/open-graphql-server.ts';

const running: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

interface SmallContext {
  readonly timeLeftMs: number | null;
  readonly departure: Departure;
}

/** A server of six fields on a free port; closes itself after the test. `logged` holds every line of its log. */
export async function openSmallServer(
  limits: Partial<HttpLimits> = {},
  isReady: () => boolean = () => true,
  metrics: ToldMetrics<SmallContext> = { place: 'beside' },
) {
  const logged: string[] = [];
  const released = Promise.withResolvers<void>();
  const started = Promise.withResolvers<void>();
  const server = await openGraphqlServer<SmallContext>({
    name: 'small',
    log: pino({ level: 'debug' }, { write: (line: string) => logged.push(line) }),
    apollo: { schema: schemaOf({ started: started.resolve, released: released.promise }) },
    context: ({ timeLeftMs, departure }) => ({ timeLeftMs, departure }),
    isReady,
    metrics,
    limits: { ...DEFAULT_HTTP_LIMITS, ...limits },
    knownErrors: { CURSOR_INVALID: { family: 'client' }, RELEASE_OPEN: { family: 'internal' } },
  });
  running.push(server);
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  const ask = (query: string, headers: Record<string, string> = {}) =>
    fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify({ query }) });
  return {
    server,
    url,
    origin: new URL(url).origin,
    port: Number(new URL(url).port),
    ask,
    logged,
    release: released.resolve,
    started: started.promise,
  };
}

function schemaOf(gate: { started: () => void; released: Promise<void> }): GraphQLSchema {
  const schema = buildSchema(`
    enum Color { GREEN BLUE }
    type Query { greeting: String! timeLeft: Int paint(color: Color): String broken: String known: String masked: String slow: String gone: Boolean }
    type Mutation { greet: String }
  `);
  const fields = { ...schema.getQueryType()?.getFields(), ...schema.getMutationType()?.getFields() };
  const resolvers: Record<string, (source: unknown, args: unknown, context: SmallContext) => unknown> = {
    greeting: () => 'hello',
    greet: () => 'hello',
    timeLeft: (_source, _args, { timeLeftMs }) => timeLeftMs,
    paint: () => 'painted',
    broken: () => {
      throw new Error('secret-of-the-database at /srv/data');
    },
    known: () => {
      throw new GraphQLError('after is not a cursor.', {
        extensions: { code: 'CURSOR_INVALID', details: { value: 'x' }, sql: 'secret-sql' },
      });
    },
    masked: () => {
      throw new GraphQLError('release secret-42 is open', { extensions: { code: 'RELEASE_OPEN' } });
    },
    slow: async () => {
      gate.started();
      await gate.released;
      return 'finished';
    },
    gone: (_source, _args, { departure }) =>
      new Promise((resolve) => {
        gate.started();
        departure.listen(() => {
          abandoned.add(departure);
          resolve(true);
        });
      }),
  };
  for (const [name, field] of Object.entries(fields)) {
    const resolve = resolvers[name];
    if (resolve !== undefined) field.resolve = resolve;
  }
  return schema;
}

/** Requests whose client left: seen by the resolver `gone`. */
export const abandoned = new Set<Departure>();
