/** The first line of every emitted file, so that nobody edits it by hand. */
export const emittedHeader = '# Emitted from code by npm run schema:emit. Do not edit.\n';
