/** Placeholder head, replaced below. */
export const laying = {} as const;
