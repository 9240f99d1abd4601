/** One unit spelt in several ways; one finding for each unit. */
import type { Department, Project, Text } from "../../records/index.ts";
import { comparable } from "../comparable.ts";
import { groupBy } from "../group-by.ts";
import type { Rule } from "../rule.ts";
import { subjectOf } from "../subject-of.ts";

export const unitNameDiffers: Rule<"unit-name-differs"> = {
  about: { zh: "同一单位的名称写法不一致", en: "one unit spelt in several ways" },
  *check({ department }) {
    for (const names of groupBy([...namesOf(department)], ({ key }) => key).values()) {
      const spelt = groupBy(names, ({ text }) => text.text);
      const [usual, ...others] = [...spelt.values()].toSorted((one, other) => other.length - one.length);
      const first = others[0]?.[0];
      const model = usual?.[0];
      if (first === undefined || model === undefined) continue;
      yield {
        at: first.text.at,
        also: [
          ...others
            .flat()
            .slice(1)
            .map(({ text }) => text.at),
          model.text.at,
        ],
        ...(first.project && { subject: subjectOf(first.project) }),
        found: first.text.text,
        args: { name: first.text.text, usual: model.text.text },
      };
    }
  },
};

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
