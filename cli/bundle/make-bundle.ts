import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { transformSync } from '@swc/core';
import { build, type Plugin } from 'esbuild';
import { projectRoot } from '../project-root.ts';
import { typescriptTransform } from '../typescript-transform.mjs';

/** The programs that a supervisor starts, each with the one command that it runs. */
export type Program = 'gateway' | 'subgraph';

/**
 * Bundles a program into one file. That of the subgraphs holds all members' code; each process runs only its own.
 * Shape   file to write, program, names of the members whose code is here
 * Errors  what the bundler throws
 */
export async function makeBundle(file: string, program: Program, names: readonly string[]): Promise<void> {
  const loaders = names.map((name) => `${JSON.stringify(name)}: () => import(${placeOf(`subgraphs/${name}/index.ts`)})`);
  const provide = `
    import { provideSubgraphs } from ${placeOf('cli/schema/subgraph-folder.ts')};
    provideSubgraphs({ ${loaders.join(', ')} });`;
  await build({
    stdin: {
      contents: `${program === 'subgraph' ? provide : ''}\nawait import(${placeOf('cli/birge.ts')});`,
      resolveDir: projectRoot,
      sourcefile: 'entry.mjs',
      loader: 'js',
    },
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    // GraphQL types bear the names of their classes.
    keepNames: true,
    minifyWhitespace: true,
    legalComments: 'none',
    logLevel: 'silent',
    // Loaded only where somebody asks for them.
    external: ['@graphql-yoga/render-graphiql', 'prom-client', '@opentelemetry/*'],
    banner: {
      js: `import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(${JSON.stringify(join(projectRoot, 'package.json'))});`,
    },
    plugins: [onlyCommandOf(program), keepPlaces],
  });
}

const commands = join(projectRoot, 'cli', 'commands');

/** An own file as a string of the entry's JavaScript. */
const placeOf = (file: string): string => JSON.stringify(join(projectRoot, file));

/** Commands load what they run when they are called; of those only the program's own belongs into its bundle. */
const onlyCommandOf = (program: Program): Plugin => ({
  name: 'only-one-command',
  setup(bundler) {
    bundler.onResolve({ filter: /^\.\.\/.*\.ts$/ }, ({ path, kind, resolveDir }) =>
      kind === 'dynamic-import' && resolveDir === commands && !path.endsWith(`/run-${program}.ts`)
        ? { path: join(resolveDir, path), external: true }
        : undefined,
    );
  },
});

/** Own files, and the two packages that start workers from their own folder, keep their place although they move into one file. */
const keepPlaces: Plugin = {
  name: 'keep-places',
  setup(bundler) {
    bundler.onLoad({ filter: /\/(http|subgraphs|gateway|cli)\/[^:]*\.ts$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      const { code } = transformSync(source, { ...typescriptTransform, sourceMaps: false, filename: path });
      return { contents: placed(code, path), loader: 'js' };
    });
    bundler.onLoad({ filter: /\/node_modules\/(pino|thread-stream)\// }, ({ path }) =>
      path.endsWith('.js') ? { contents: placed(readFileSync(path, 'utf8'), path), loader: 'js' } : undefined,
    );
  },
};

function placed(code: string, path: string): string {
  return code
    .replaceAll(/\bimport\.meta\.url\b/g, JSON.stringify(pathToFileURL(path).href))
    .replaceAll(/\bimport\.meta\.dirname\b|\b__dirname\b/g, JSON.stringify(join(path, '..')))
    .replaceAll(/\bimport\.meta\.filename\b|\b__filename\b/g, JSON.stringify(path));
}
