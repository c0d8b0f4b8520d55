/** The command line's words. */
export const zhCli = {} as const;
