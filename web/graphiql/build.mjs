// Builds dist/: one script, one style sheet and one page, without assets from elsewhere, and the licences of all that
// went into them. The result is committed, so that building the server takes Go alone.
import { build } from 'esbuild';
import { copyFileSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';

// The style sheet of GraphiQL brings two fonts along, 350 kB of it. Those of the system do as well.
const withoutFonts = {
  name: 'without-fonts',
  setup(b) {
    b.onLoad({ filter: /graphiql\/dist\/style\.css$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(/@font-face\s*\{[^}]*\}/g, ''),
      loader: 'css',
    }));
  },
};

const { metafile } = await build({
  entryPoints: { app: 'src/app.jsx', style: 'src/style.css' },
  outdir: 'dist',
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  jsx: 'automatic',
  tsconfigRaw: {}, // that of the explorer, in the folder above, is not for this page
  loader: { '.graphql': 'text' },
  define: { 'process.env.NODE_ENV': '"production"' },
  legalComments: 'none',
  charset: 'utf8',
  metafile: true,
  alias: { 'react-remove-scroll-bar': './src/scrollbar.js', 'react-remove-scroll-bar/constants': './src/scrollbar.js' },
  plugins: [withoutFonts],
  logLevel: 'warning',
});
copyFileSync('src/index.html', 'dist/index.html');

const packages = new Set();
for (const input of Object.keys(metafile.inputs)) {
  const found = input.match(/^node_modules\/((?:@[^/]+\/)?[^/]+)/);
  if (found) packages.add(found[1]);
}
const licences = [...packages].sort().map((name) => {
  const folder = `node_modules/${name}`;
  const { version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  const file = readdirSync(folder).find((f) => /^licen[cs]e/i.test(f));
  return `${name} ${version} (${license})\n\n${file ? readFileSync(`${folder}/${file}`, 'utf8').trim() : 'The package has no licence text of its own.'}\n`;
});
writeFileSync('dist/LICENSES.txt', `dist/app.js and dist/style.css contain the following packages.\n\n${licences.join('\n----\n\n')}`);
