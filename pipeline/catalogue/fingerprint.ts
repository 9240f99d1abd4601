/** Findings → marks by which they are known again in another edition, whatever rows have moved and files are called. */
import { rules } from "../check/index.ts";
import { type Place, tableOf } from "../diagnostics/index.ts";
import { hashOfBytes } from "../files/index.ts";
import type { Finding } from "./finding.ts";

export type Fingerprint = {
  /** Of the rule, the project, the indicator, the column and what is written there. */
  readonly fingerprint: string;
  /** The same without what is written there: a value that was changed and is wrong as before keeps it. */
  readonly placeFingerprint: string;
};

/** In their order. Of several that are alike in all of this, the second and so on are counted. */
export function fingerprintsOf(findings: readonly Finding[]): readonly Fingerprint[] {
  const [exact, places] = [counter(), counter()];
  return findings.map((finding) => {
    const where = whereOf(finding);
    return {
      fingerprint: digest(exact([...where, textOf(finding)])),
      placeFingerprint: digest(places(where)),
    };
  });
}

type Identity = readonly (string | undefined)[];

/** As JSON, with which of its kind one is, from the second on. */
function counter(): (identity: Identity) => string {
  const seen = new Map<string, number>();
  return (identity) => {
    const key = JSON.stringify(identity);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? key : JSON.stringify([...identity, String(count)]);
  };
}

function digest(identity: string): string {
  return hashOfBytes(identity).slice(0, 16);
}

/** One cause in several projects is the same cause, whichever of them has it first. */
const gathered: ReadonlySet<string> = new Set(
  rules.flatMap((rule) => ("gathered" in rule && rule.gathered === "over the department" ? rule.code : [])),
);

function whereOf({ code, at, subject, indicator, args, alike }: Finding): Identity {
  if (gathered.has(code)) return [code, JSON.stringify(args)];
  if (alike !== undefined) return [code, tableOf(at), columnOf(at)].map(plain);
  // A code says which project it is, whatever becomes of its name.
  const project =
    subject === undefined ? tableOf(at) : (subject.code ?? `${subject.unit ?? ""} ${subject.project ?? ""}`);
  const { level1, level2, level3 } = indicator ?? {};
  return [code, project, level1, level2, level3, columnOf(at)].map((part) => part && plain(part));
}

function columnOf(at: Place): string {
  if (at.kind === "cell") return at.header ?? String(at.column ?? "");
  if (at.kind === "json") return at.header ?? /\/([^/\d][^/]*)(?:\/\d+)*$/u.exec(at.pointer)?.[1] ?? "";
  return at.kind === "option" ? at.option : "";
}

function textOf({ code, part, found = "", alike }: Finding): string {
  return gathered.has(code) || alike !== undefined ? "" : plain(part ?? found);
}

function plain(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}
