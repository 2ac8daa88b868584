import { fileURLToPath } from 'node:url';

/** The folder that holds package.json, without a slash at the end: defaults are found from here, whatever the current folder is. */
export const projectRoot = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');
