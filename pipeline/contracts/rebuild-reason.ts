/** Why a department is built again. */
import { z } from "zod";

const change = z.enum(["changed", "added", "removed"]);

export const RebuildReason = z.discriminatedUnion("kind", [
  /** No edition stands there. */
  z.object({ kind: z.literal("new") }).readonly(),
  /** It was tried before, and nothing could be published. */
  z.object({ kind: z.literal("unpublished") }).readonly(),
  /** `--force` */
  z.object({ kind: z.literal("forced") }).readonly(),
  /** The edition does not say what went into it, as those of older versions do not. */
  z.object({ kind: z.literal("unrecorded") }).readonly(),
  z
    .object({
      kind: z.literal("data"),
      file: z.string(),
      change,
      /** How many of its projects differ, where that is known. */
      projects: z.number().int().exactOptional(),
    })
    .readonly(),
  z.object({ kind: z.literal("form"), form: z.string(), files: z.array(z.string()).readonly() }).readonly(),
  /** Other forms came, went or read other headers: the choice between them may fall differently. */
  z.object({ kind: z.literal("choice"), forms: z.array(z.string()).readonly() }).readonly(),
  z.object({ kind: z.literal("fonts"), files: z.array(z.string()).readonly() }).readonly(),
  z.object({ kind: z.literal("option"), option: z.string(), before: z.string(), now: z.string() }).readonly(),
  z.object({ kind: z.literal("folder"), before: z.string(), now: z.string() }).readonly(),
  z.object({ kind: z.literal("version"), before: z.string(), now: z.string() }).readonly(),
  /** Of the same version, but its code differs, as in a clone. */
  z.object({ kind: z.literal("program") }).readonly(),
  /** The lists of findings are of another try, as after one that failed. */
  z.object({ kind: z.literal("lists") }).readonly(),
  z
    .object({ kind: z.literal("output"), file: z.string(), change: z.enum(["changed", "removed"]) })
    .readonly(),
]);
export type RebuildReason = z.infer<typeof RebuildReason>;
