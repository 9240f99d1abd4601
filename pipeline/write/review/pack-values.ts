/** Where each value of a department was given → groups of it, deflated, so that a viewer inflates what it is asked for. */
import { deflateRawSync } from "node:zlib";
import type { ValuesGroup, ValuesHead } from "./page-data.ts";

/** Plain data, which goes to other threads. */
export type ReviewValues = { readonly head: ValuesHead; readonly body: Uint8Array };

/** What one group has in common is its columns: so many projects as make them a small part of it. */
export const projectsAGroup = 32;

export function packGroup(group: ValuesGroup): Uint8Array {
  return deflateRawSync(JSON.stringify(group));
}

/** The department's own first, then those of the projects in their order. */
export function joinGroups(packed: readonly Uint8Array[]): ReviewValues {
  return {
    head: { groups: packed.map(({ length }) => length), projectsAGroup },
    body: Buffer.concat(packed),
  };
}
