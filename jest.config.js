import { typescriptTransform } from './cli/typescript-transform.mjs';

// As the product runs: without it graphql-js looks for a second copy of itself at every type check.
process.env.NODE_ENV = 'production';

/** @type {import('jest').Config} */
export default {
  maxWorkers: '100%',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  testTimeout: 60_000,
  extensionsToTreatAsEsm: ['.ts'],
  setupFiles: ['reflect-metadata'],
  modulePathIgnorePatterns: ['<rootDir>/var/'],
  transform: { '^.+\\.ts$': ['@swc/jest', typescriptTransform] },
};
