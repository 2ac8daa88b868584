// Becomes ready, and ends with 0 at SIGTERM. With a port as argument it listens there first.
import { createServer } from 'node:http';

const server = createServer((_, response) => response.end(String(process.pid)));
server.listen(Number(process.argv[2] ?? 0), '127.0.0.1', () => {
  process.send?.({ type: 'ready', url: `http://127.0.0.1:${server.address().port}/graphql` });
  process.stdout.write('first line\nsecond line\n');
});
process.once('SIGTERM', () => process.exit(0));
process.once('disconnect', () => process.exit(0));
