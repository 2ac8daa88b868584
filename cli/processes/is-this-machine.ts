/** Whether a routing URL leads to this machine, so that its process is started here. */
export const isThisMachine = (url: string): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);
