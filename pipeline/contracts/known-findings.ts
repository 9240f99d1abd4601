/** The schema of the findings that the history keeps of an edition: what it takes to know them again and to name them. */
import { z } from "zod";
import { LevelsRecord, SubjectRecord } from "./findings.ts";

/** In `.history/〈edition〉/`. */
export const knownFindingsName = "findings.json";

/** Beside the records of a draft, which has no history. */
export const knownOfDraft = ".findings.json";

export const KnownFinding = z
  .strictObject({
    code: z.string(),
    severity: z.enum(["error", "warning", "info"]),
    fingerprint: z.string(),
    placeFingerprint: z.string(),
    /** Its project, by name or code, or how many there are. */
    project: z.string().exactOptional(),
    /** Whose project it is, if it is about one that has a unit: another may have one of that name. */
    unit: z.string().exactOptional(),
    /** The code of that project, as its unit may have another of the name. */
    projectCode: z.string().exactOptional(),
    /** Those that have it in common, if each of their units is asked. */
    projects: z.array(SubjectRecord).readonly().exactOptional(),
    /** The levels of its indicator, if it is about one. */
    indicator: LevelsRecord.exactOptional(),
    zh: z.string(),
    en: z.string(),
  })
  .meta({ id: "knownFinding" })
  .readonly();
export type KnownFinding = z.infer<typeof KnownFinding>;

export const KnownFindings = z
  .strictObject({ schema: z.literal(1), findings: z.array(KnownFinding).readonly() })
  .readonly();
