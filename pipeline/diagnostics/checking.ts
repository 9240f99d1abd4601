/** Placeholder head, replaced below. */
export const checking = {} as const;
