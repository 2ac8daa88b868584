// Does not hear SIGTERM.
process.on('SIGTERM', () => undefined);
setInterval(() => undefined, 1000);
process.send?.({ type: 'ready', url: 'http://127.0.0.1:1/graphql' });
