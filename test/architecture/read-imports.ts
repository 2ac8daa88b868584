import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { Import } from './arrows.ts';

export const root = join(import.meta.dirname, '..', '..');

// With their endings, as Node demands them. Static and dynamic imports, re-exports, and the files that workers and browsers load by URL.
const specifier = /(?:\bfrom\s*|\bimport\s*\(?\s*|\bnew URL\(\s*)['"](\.{1,2}\/[^'"]+\.[cm]?[jt]sx?)['"]/g;

/** All files of code below the folders, as paths from the project's root. */
export function codeFiles(folders: readonly string[]): string[] {
  const present = folders.filter((folder) => existsSync(join(root, folder)));
  return present
    .flatMap((folder) => globSync(`${folder}/**/*.{ts,mts,mjs,js,tsx}`, { cwd: root }))
    .map((file) => file.replaceAll('\\', '/'));
}

/** All imports of the project's own files below the folders. */
export function readImports(folders: readonly string[]): Import[] {
  return codeFiles(folders).flatMap((file) => importsIn(file, readFileSync(join(root, file), 'utf8')));
}

export function importsIn(file: string, text: string): Import[] {
  return [...text.matchAll(specifier)].map(([, to]) => ({ from: file, to: posix.join(posix.dirname(file), to ?? '') }));
}
