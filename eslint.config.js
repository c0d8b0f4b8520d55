import tseslint from 'typescript-eslint';
import reactHooks from 'eslint-plugin-react-hooks';

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', 'eslint.config.js'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Numbers in templates are how figures are written here.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Neither enums nor classes of equal shape are used here; these two cost a fifth of the whole run.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // Hot loops index typed arrays whose bounds the loop itself guarantees.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    // The compiler types the tests; of what it can't see, a promise that nobody waits for is what breaks them.
    files: ['test/**/*.ts'],
    rules: Object.fromEntries(['no-deprecated', 'no-unsafe-argument', 'no-unsafe-assignment', 'no-unsafe-call', 'no-unsafe-member-access', 'no-unsafe-return', 'no-unnecessary-condition', 'no-confusing-void-expression', 'unbound-method']
      .map((rule) => [`@typescript-eslint/${rule}`, 'off'])),
  },
  { files: ['src/{ui,map}/**/*.{ts,tsx}'], ...reactHooks.configs.flat['recommended'] },
);
