/** One unit spelt in several ways; one finding for each unit. */
import { type Department, groupBy, type Project, type Text } from "../../records/index.ts";
import { commonestFirst } from "../commonest.ts";
import { comparable } from "../comparable.ts";
import { rule } from "../rule.ts";

export const unitNameDiffers = rule("unit-name-differs", {
  number: 34,
  severity: "warning",
  about: { zh: "同一单位的名称写法不一致", en: "one unit spelt in several ways" },
  says: {
    zh: "同一单位的名称写法不一致：“{name}”与“{usual}”",
    en: "One unit is spelt differently: “{name}” and “{usual}”",
  },
  todo: { zh: "请统一单位名称（留意括号和空格）。", en: "Use one spelling (check brackets and spaces)." },
  *department({ department }) {
    for (const names of groupBy([...namesOf(department)], ({ key }) => key).values()) {
      const [usual, ...others] = commonestFirst(names, ({ text }) => text.text);
      const [first, ...further] = others.flat();
      const model = usual?.[0];
      if (first === undefined || model === undefined) continue;
      yield {
        at: first.text,
        also: [...further, model].map(({ text }) => text),
        project: first.project,
        args: { name: first.text.text, usual: model.text.text },
      };
    }
  },
});

type Named = { readonly key: string; readonly text: Text; readonly project?: Project };

/** A unit's name by its code; without a code by the name less brackets and spaces, so that only spelling differs. */
function* namesOf({ name, unitName, unitCode, projects }: Department): Iterable<Named> {
  const named = (text: Text, code: Text | undefined) => ({ text, key: code?.text ?? comparable(text.text) });
  yield named(name, undefined);
  if (unitName !== undefined) yield named(unitName, unitCode);
  for (const project of projects) {
    if (project.unit !== undefined) yield { ...named(project.unit, project.unitCode), project };
    if (project.department !== undefined) yield { ...named(project.department, undefined), project };
  }
}
