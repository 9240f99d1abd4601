/** The signals by which a process that opens containers tells why it ends itself. */
export const endings = { memory: "SIGKILL", seconds: "SIGTERM" } as const;
