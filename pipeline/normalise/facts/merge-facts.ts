/** What department.json, exports and sheets say of a department → what holds: the first that says it. */
import type { Report } from "../../diagnostics/index.ts";
import { departmentKeys, type Text } from "../../records/index.ts";
import type { PartOneSaid } from "../headers/department-labels.ts";
import type { Facts } from "./department-facts.ts";

/** The first takes precedence. */
export function mergeFacts(first: Facts, second: Facts): Facts {
  const filled = <Item>(one: readonly Item[], other: readonly Item[]) => (one.length > 0 ? one : other);
  return {
    ...second,
    ...first,
    moneyUnit: first.moneyUnit ?? second.moneyUnit,
    rules: first.rules ?? second.rules,
    ignored: first.ignored ?? second.ignored,
    public: first.public ?? second.public,
    styles: first.styles ?? second.styles,
    own: [...first.own, ...second.own],
    overall: filled(first.overall, second.overall),
    subGoals: filled(first.subGoals, second.subGoals),
    safeguards: filled(first.safeguards, second.safeguards),
  };
}

/** With what sheets of the whole department say where department.json does not; what they say otherwise is reported. */
export function withSaid(facts: Facts, said: readonly PartOneSaid[], report: Report): Facts {
  const settle = (section: keyof PartOneSaid, label: string): readonly Text[] => {
    let used = facts[section];
    for (const { [section]: lines } of said) {
      const [here = "", there = ""] = [lines, used].map((some) => some.map(({ text }) => text).join("\n"));
      const [first] = lines;
      if (used.length === 0) used = lines;
      else if (first !== undefined && here !== there)
        report({
          code: "title-differs",
          at: first.at,
          also: used.slice(0, 1).map(({ at }) => at),
          found: here,
          args: { label, here: beginning(here), there: beginning(there), used: beginning(there) },
        });
    }
    return used;
  };
  return {
    ...facts,
    overall: settle("overall", departmentKeys.overall),
    safeguards: settle("safeguards", departmentKeys.safeguards),
  };
}

function beginning(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
