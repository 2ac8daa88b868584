import type { Options } from '@swc/core';

/** How TypeScript becomes JavaScript, for the program and for Jest alike. */
export declare const typescriptTransform: Options;
