// How TypeScript becomes JavaScript, for the program and for Jest alike: decorators keep the types that type-graphql reads.
export const typescriptTransform = {
  jsc: {
    parser: { syntax: 'typescript', decorators: true },
    target: 'es2023',
    keepClassNames: true,
    // Node takes a JSON file only from an import that says it is one.
    experimental: { keepImportAttributes: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
  module: { type: 'es6' },
  sourceMaps: 'inline',
  swcrc: false,
  configFile: false,
};
