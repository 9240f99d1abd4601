/** A title that names another year than the department's. */
import type { Rule } from "../rule.ts";
import { yearOf } from "../year-of.ts";

export const titleYearMismatch: Rule<"title-year-mismatch"> = {
  about: { zh: "标题中的年度与所填年度不一致", en: "a title that names another year" },
  *check({ department: { title, year } }) {
    const declared = yearOf(year?.text);
    if (title === undefined || declared === undefined) return;
    const inTitle = [...title.text.matchAll(/(?<!\d)((?:19|20)\d{2})(?=\s*(?:年|[-—~～至]))/gu)].map(
      ([, found]) => found,
    );
    const [first] = inTitle;
    if (first === undefined || inTitle.includes(declared)) return;
    yield { at: title.at, found: title.text, args: { year: declared, inTitle: first } };
  },
};
