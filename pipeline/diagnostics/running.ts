/** Placeholder head, replaced below. */
export const running = {} as const;
