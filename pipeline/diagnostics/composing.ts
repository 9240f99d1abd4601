/** Placeholder head, replaced below. */
export const composing = {} as const;
