import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import tseslint from 'typescript-eslint';
import importX from 'eslint-plugin-import-x';

/** Layers of docs and architecture: a room may import itself, the rooms listed for it, and packages. */
const LAGEN = {
  standaard: [],
  platform: [],
  register: ['standaard', 'platform'],
  regio: ['standaard', 'platform'],
  gemeente: ['register', 'regio', 'standaard', 'platform'],
  verwerking: ['gemeente', 'register', 'regio', 'standaard', 'platform'],
  koppelvlakken: ['verwerking', 'gemeente', 'register', 'regio', 'standaard', 'platform'],
};
/** Relative imports carry the .js of the build; the layer rule needs the source they come from. */
const resolver = {
  interfaceVersion: 3,
  name: 'relatief',
  resolve: (source, file) => {
    if (!source.startsWith('.')) return { found: true, path: null };
    const path = ['.ts', '.tsx'].map((einde) => resolve(dirname(file), source.replace(/\.js$/, einde))).find((een) => existsSync(een));
    return path === undefined ? { found: false } : { found: true, path };
  },
};

const zones = Object.entries(LAGEN).flatMap(([kamer, mag]) =>
  Object.keys(LAGEN)
    .filter((ander) => ander !== kamer && !mag.includes(ander))
    .map((ander) => ({ target: `./src/${kamer}`, from: `./src/${ander}`, message: `${kamer} mag ${ander} niet gebruiken (lagen)` })));

/**
 * @param {object} typen where the typed rules get their types: the sources themselves, or a program that was already made of them
 * (scripts/controles.mjs)
 */
export const regels = (typen) => tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'data/', 'data-demo/', 'coverage/', 'src/standaard/berichten/gegenereerd/'] },
  ...tseslint.configs.recommended,
  {
    files: ['src/**/*.ts', 'src/**/*.tsx', 'test/**/*.ts', 'bench/**/*.ts'],
    plugins: { 'import-x': importX },
    languageOptions: { parserOptions: { ...typen, tsconfigRootDir: import.meta.dirname } },
    settings: { 'import-x/resolver-next': [resolver] },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'import-x/no-restricted-paths': ['error', { zones, basePath: import.meta.dirname }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-len': ['error', { code: 150, ignoreUrls: true, ignoreRegExpLiterals: true }],
      eqeqeq: 'error',
    },
  },
  {
    files: ['src/standaard/**/*.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [
        { group: ['fs', 'node:fs*', 'net', 'node:net', 'http', 'node:http*', 'pg', 'ioredis', 'bullmq', 'fastify', 'pino'],
          message: 'standaard is zuiver: geen invoer of uitvoer.' }] }],
      'no-restricted-globals': ['error', { name: 'process', message: 'standaard kent geen omgeving.' }],
      'no-restricted-syntax': ['error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'standaard kent geen klok.' },
        { selector: "MemberExpression[object.name='Date'][property.name='now']", message: 'standaard kent geen klok.' },
        { selector: "MemberExpression[object.name='Temporal'][property.name='Now']", message: 'standaard kent geen klok.' }],
    },
  },
  {
    // Markup has long lines.
    files: ['src/**/*.tsx', 'src/koppelvlakken/web/**/*.ts'],
    rules: { 'max-len': ['error', { code: 180, ignoreUrls: true, ignoreStrings: true, ignoreRegExpLiterals: true }] },
  },
  {
    // Tables of cases read better whole.
    files: ['test/**/*.ts', 'bench/**/*.ts'],
    rules: { 'max-len': ['error', { code: 180, ignoreStrings: true, ignoreTemplateLiterals: true, ignoreRegExpLiterals: true, ignoreUrls: true }] },
  },
);

export default regels({ projectService: true });
