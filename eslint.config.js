import js from '@eslint/js';
import comments from '@eslint-community/eslint-plugin-eslint-comments';
import vueI18n from '@intlify/eslint-plugin-vue-i18n';
import { defineConfig, globalIgnores } from 'eslint/config';
import vue from 'eslint-plugin-vue';
import accessibility from 'eslint-plugin-vuejs-accessibility';
import globals from 'globals';
import tseslint from 'typescript-eslint';

// ESLint judges meaning, Prettier form, tsc and vue-tsc types, dependency-cruiser import directions.

const specs = ['**/*.spec.ts', '**/testing/**/*.ts', 'packages/testing/**/*.ts', 'e2e/**/*.ts'];

// A whole environment, or the PATH, may be handed on to a child process.
const environment = {
  selector:
    'MemberExpression[object.object.name="process"][object.property.name="env"][property.name!="PATH"][property.value!="PATH"]',
  message: 'config.ts reads the environment, once: take the value.',
};

export default defineConfig(
  globalIgnores(['**/dist/', '**/generated/', 'data/', '.cache/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    plugins: { comments },
    rules: {
      'comments/require-description': 'error',
      'comments/disable-enable-pair': 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'], location: 'anywhere' }],
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  {
    // Tools that are run by hand or by another tool: their console is their interface.
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: { globals: globals.node },
    rules: { 'no-console': 'off' },
  },
  {
    // A measurement is what it prints.
    files: ['bench/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/*.{ts,tsx,vue}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.vue'],
      },
    },
    rules: {
      // As tsc: a name that begins with _ says that nobody reads it.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // A number reads the same in a sentence as in code.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `() => close()` and `return close();` in functions that return nothing.
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // TypeGraphQL and TypeORM describe a shape by a decorated class, empty ones too.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      // The in-memory twin of an asynchronous port has nothing to wait for.
      '@typescript-eslint/require-await': 'off',
      // `while (true)` says what it means.
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
    },
  },
  {
    files: ['apps/api/src/**/*.ts'],
    ignores: specs,
    rules: {
      'no-restricted-syntax': ['error', environment],
      'no-restricted-properties': [
        'error',
        {
          object: 'Math',
          property: 'random',
          message: 'Take a `random` parameter, or node:crypto for secrets.',
        },
      ],
    },
  },
  {
    files: ['apps/api/src/config.ts', 'apps/api/src/main.ts', 'apps/api/src/cli/**/*.ts'],
    rules: { 'no-restricted-syntax': 'off', 'no-console': 'off' },
  },
  {
    // The domain: files of a feature without a role in their name, their rules, and the mail it writes.
    files: ['apps/api/src/features/**/*.ts', 'apps/api/src/mail/**/*.ts'],
    ignores: [...specs, '**/*.{entity,type,input,result,args,enum,resolver,service,sql}.ts', '**/index.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        environment,
        {
          selector: 'Decorator',
          message: 'The domain wears no decorators: make an adapter (x.entity.ts, x.type.ts).',
        },
        {
          selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
          message: 'Time is a parameter of the domain.',
        },
        {
          selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
          message: 'Time is a parameter of the domain.',
        },
      ],
      'no-restricted-globals': [
        'error',
        { name: 'setTimeout', message: 'The domain does not wait: return when, and let the caller wait.' },
        { name: 'setInterval', message: 'The domain does not wait: return when, and let the caller wait.' },
      ],
    },
  },
  {
    // One table of every failure, on purpose in one file.
    files: ['apps/api/src/smtp/failures.ts'],
    rules: { 'max-lines': 'off' },
  },
  {
    // TypeORM calls entities and migrations functions.
    files: ['apps/api/src/database/*.ts'],
    rules: { '@typescript-eslint/no-unsafe-function-type': 'off' },
  },
  {
    // Entities and inputs are data classes without methods: `{ ...entity }` makes a plain domain value of one.
    files: ['apps/api/src/features/**/*.ts'],
    rules: { '@typescript-eslint/no-misused-spread': 'off' },
  },
  {
    files: specs,
    rules: {
      // A spec reads what it has just arranged.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // `expect.any(String)` is an `any`, in whatever place it stands.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      // `expect(sink.close)` and the like.
      '@typescript-eslint/unbound-method': 'off',
      // Processes that a test starts tell it by what they print.
      'no-console': 'off',
      // A list of cases may be long before it needs a second subject.
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['apps/admin/**/*.{ts,vue}'],
    rules: {
      // Composables hand out functions that need no `this`, declared as methods.
      '@typescript-eslint/unbound-method': 'off',
      // `return show(problems)`: this case is done.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      // vue-tsc knows what is inside a .vue file, ESLint's program takes it for `any`.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['apps/admin/**/*.vue'],
    extends: [
      vue.configs['flat/recommended'],
      vue.configs['no-layout-rules'],
      accessibility.configs['flat/recommended'],
    ],
    plugins: { '@intlify/vue-i18n': vueI18n },
    languageOptions: { parserOptions: { parser: tseslint.parser } },
    settings: {
      'vue-i18n': {
        // A folder for each language, in it a file for each subject.
        localeDir: {
          pattern: './apps/admin/src/locales/*/*.json',
          localeKey: 'path',
          localePattern: /^.*\/locales\/(?<locale>\w+)\/[^/]+\.json$/,
        },
        messageSyntaxVersion: '^11.0.0',
      },
    },
    rules: {
      'vue/no-v-html': 'error',
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/define-emits-declaration': 'error',
      'vue/define-props-declaration': 'error',
      // A page's name is never written as a tag: it clashes with no element.
      'vue/multi-word-component-names': 'off',
      // A prop that may be absent is `undefined`, as its type says.
      'vue/require-default-prop': 'off',
      '@intlify/vue-i18n/no-raw-text': [
        'error',
        {
          ignoreNodes: ['code', 'kbd'],
          ignorePattern: '^[\\s\\p{P}\\p{S}\\d]*$',
          ignoreText: ['Postroom', 'GraphQL'],
        },
      ],
      '@intlify/vue-i18n/no-missing-keys': 'error',
      '@intlify/vue-i18n/no-html-messages': 'error',
      // The sign-in page and a dialog may put the focus into their only field, by a component of ours.
      'vuejs-accessibility/no-autofocus': ['error', { ignoreNonDOM: true }],
      // Nested or by `for`: either names the field.
      'vuejs-accessibility/label-has-for': ['error', { required: { some: ['nesting', 'id'] } }],
    },
  },
);
