/** A purpose that is only the project's name, in most projects: one finding, for it is a habit and no slip. */
import { comparable } from "../comparable.ts";
import type { Rule } from "../rule.ts";

export const purposeRepeatsName: Rule<"purpose-repeats-name"> = {
  about: {
    zh: "多数项目的用途、概况照抄项目名称",
    en: "purposes that only repeat the names of most projects",
  },
  *check({ department: { projects } }) {
    const given = projects.flatMap(({ name, purpose }) =>
      name === undefined || purpose === undefined ? [] : [{ name, purpose }],
    );
    const repeated = given.filter(({ name, purpose }) => comparable(purpose.text) === comparable(name.text));
    const [first, ...others] = repeated;
    if (first === undefined || repeated.length < 2 || repeated.length * 2 <= given.length) return;
    yield {
      at: first.purpose.at,
      also: others.map(({ purpose }) => purpose.at),
      found: first.purpose.text,
      args: { count: repeated.length },
    };
  },
};
