/** Placeholder head, replaced below. */
export const normalising = {} as const;
