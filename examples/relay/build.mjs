import { transformAsync } from '@babel/core';
import { build, context } from 'esbuild';
import { readFile } from 'node:fs/promises';

/** What relay-compiler made takes the place of each graphql`…`. */
const relay = {
  name: 'relay',
  setup({ onLoad }) {
    onLoad({ filter: /\/src\/[^/]*\.tsx?$/ }, async ({ path }) => {
      const { code } = await transformAsync(await readFile(path, 'utf8'), {
        filename: path,
        configFile: false,
        parserOpts: { plugins: ['typescript', 'jsx'] },
        plugins: [['relay', { eagerEsModules: true }]],
      });
      return { contents: code, loader: 'tsx' };
    });
  },
};

const options = {
  entryPoints: ['src/main.tsx'],
  bundle: true,
  format: 'esm',
  jsx: 'automatic',
  outfile: 'public/main.js',
  plugins: [relay],
};

if (process.argv.includes('--serve')) {
  const { serve } = await context(options);
  await serve({ servedir: 'public', port: 5173 });
} else {
  await build(options);
}
