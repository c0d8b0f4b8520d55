/** What the autosave's browser test puts into its page. */
export * from '../../src/state/autosave/autosave.ts';
export * from '../../src/state/autosave/saving.ts';
