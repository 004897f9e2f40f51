import type { CodegenConfig } from '@graphql-codegen/cli';

/** Types for the documents of our own clients: the tests', the tour's and the benchmarks'. */
const config: CodegenConfig = {
  schema: 'schema/schema.graphql',
  documents: ['src/**/*.ts', 'schema/**/*.test.ts', '!src/testing/gql/**'],
  generates: {
    'src/testing/gql/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: 'string',
        importExtension: '.ts',
        emitLegacyCommonJSImports: false,
        useTypeImports: true,
        enumsAsTypes: true,
        scalars: {
          DateTime: 'string',
          Decimal: 'string',
          BigInt: 'string',
          CurrencyCode: 'string',
          CountryCode: 'string',
          EventCursor: 'string',
          File: 'File',
        },
      },
    },
  },
};

export default config;
