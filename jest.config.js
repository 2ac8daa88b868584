import { typescriptTransform } from './cli/typescript-transform.mjs';

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
