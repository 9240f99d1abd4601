/** A file as a reader gets it: its bytes, and a name for messages. */

/** `name` is a path for messages and not one to open. */
export type Source = { readonly name: string; readonly bytes: Uint8Array };
