/** Both writers, and what reads them back: an export with any texts in its cells becomes files that say what it says. */
import { loadFonts } from "../../assets/fonts/index.ts";
import { generate, makePartsHere } from "../../department/index.ts";
import { severityOf } from "../../diagnostics/index.ts";
import { openSource } from "../run-case.ts";
import { shippedForms } from "./reading.ts";
import { outcomeOf, type Target } from "./target.ts";

/** What no data may bring about: the files do not say what they were to say. */
const isOurs = (code: string) => code === "internal-error" || code.startsWith("written-");

export const reports: Target = {
  name: "reports",
  open: async () => {
    const library = await shippedForms();
    const fonts = await loadFonts(undefined, ({ code }) => {
      throw new Error(code);
    });
    if (fonts === undefined) throw new Error("no fonts");
    const pause = async () => undefined;
    return async ({ bytes }) => {
      const source = openSource({ name: "数据.json", bytes });
      const sources = { folder: "部门", files: [source], unread: [], found: [] };
      const { findings, report } = await generate(
        sources,
        { newest: undefined, records: [], next: 1 },
        {
          ...{ library, fonts: fonts.book, pause, language: "zh" },
          ...{ makeParts: makePartsHere(pause), makePublicParts: makePartsHere(pause), public: false },
          ...{ formats: ["docx", "pdf", "html"], review: true, draft: true, comments: true, strict: false },
          ...{
            verification: "full",
            clock: { day: "2026-01-15", createdAt: new Date("2026-01-15T00:00:00Z") },
          },
        },
      );
      const ours = findings.find(({ code }) => isOurs(code));
      if (ours !== undefined) throw new Error(`${ours.code} ${JSON.stringify(ours)}`);
      if (report === undefined && !findings.some((finding) => severityOf(finding) === "failure"))
        throw new Error("nothing was made, and no failure says so");
      return outcomeOf(findings);
    };
  },
};
