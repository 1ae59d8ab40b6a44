import type { CodegenConfig } from '@graphql-codegen/cli';

export default {
  schema: process.env['AGORA_URL'] ?? 'http://localhost:4000/graphql',
  documents: 'src/agora.ts',
  importExtension: '.ts',
  generates: {
    'src/gql/': {
      preset: 'client',
      // A manifest for the setting DOCUMENTS of the marketplace.
      presetConfig: { persistedDocuments: { hashAlgorithm: 'sha256' } },
      config: { documentMode: 'string', useTypeImports: true },
    },
  },
} satisfies CodegenConfig;
