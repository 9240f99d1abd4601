/** What of this program decides how a part of a report comes out → a name that changes with it. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { versions } from "node:process";
import { hashOf } from "./hash-of.ts";
import { libraryVersion, stagesFolder } from "./package-root.ts";

/** From the markup to a part's bytes: what comes before shows in the markup, what comes after is done anew each time. */
const stages = ["compose", "model", "resolve", "layout", "write"];
const libraries = ["docx", "fflate", "fontkit", "htmlparser2", "pdfkit", "pdfmake"];

/** The code itself counts and not only its version, so that a cache never outlives a change of the code. */
export function programFingerprint(): string {
  const code = stages.flatMap((stage) =>
    readdirSync(join(stagesFolder, stage), { recursive: true, encoding: "utf8" })
      .filter((name) => /(?<!\.test|\.d)\.[jt]s$/u.test(name))
      .sort()
      .map((name) => [stage, name, readFileSync(join(stagesFolder, stage, name), "utf8")]),
  );
  // Node brings the zlib that deflates the parts.
  return hashOf([code, libraries.map(libraryVersion), versions.node]);
}
