import { pino } from 'pino';
import { startGateway } from '../gateway/main.ts';

/** A gateway as a process of its own: says where it answers, and on each message how many microseconds of processor time it has used. */
const [supergraphFile = ''] = process.argv.slice(2);
const gateway = await startGateway({ supergraphFile, host: '127.0.0.1', port: 0, env: process.env, log: pino({ level: 'silent' }) });
process.send?.({ url: gateway.url });
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpu: user + system });
});
process.on('disconnect', () => void gateway.close());
