/** Sentences for what reading found; keys `problem.<code>`. */
export const zhProblems = {} as const;
