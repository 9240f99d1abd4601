/** What a roll-up's own code counts wrong is found before it is published, as the records are counted anew. */
import { expect, test } from "vitest";
import { readForms } from "../assets/forms/index.ts";
import { loadRollup, renderRollup } from "../compose/index.ts";
import type { Rollup } from "../contracts/index.ts";
import type { Recount } from "./recount.ts";
import { rollupFiles } from "./rollup-files.ts";
import { verifyFigures } from "./verify-figures.ts";

const kinds = { output: 3, cost: 1, benefit: 2, satisfaction: 1, other: 0 };
const money = {
  total: { sum: "12.50", uncounted: 0 },
  fiscal: { sum: "-2.00", uncounted: 1 },
  other: { uncounted: 0 },
};
const found = { failure: 0, error: 2, warning: 1, info: 0 };
const rate = {
  ...({ label: "执行率", how: "ratio", unit: "percent", places: 2, uncounted: 0 } as const),
  ...{ sum: "3", over: "4", value: "0.7500" },
};
const sources = [{ label: "上级补助", sum: "4.00", uncounted: 0 }];
const counted = {
  ...{ projects: 2, indicators: 7, kinds, money, sources, unlisted: "10.50", figures: [rate] },
};
const rollup: Rollup = {
  ...{ version: "1", title: "=某市\n汇总表" },
  departments: [
    { ...counted, state: "counted", folder: "data/甲", name: "=甲局", form: "anhui", findings: found },
    {
      ...{ state: "failed", folder: "data/乙", name: "乙局", findings: { ...found, error: 0, failure: 1 } },
      failures: [{ code: "no-project", at: "a.csv", says: "没有项目", todo: "请补报" }],
    },
  ],
  totals: { ...counted, counted: 1, failed: 1, findings: { ...found, warning: 2, failure: 1 } },
};
const recounts: readonly (Recount | undefined)[] = [
  { projects: 2, indicators: 7, kinds, money: { total: "12.5", fiscal: "-2", other: undefined } },
  undefined,
];

/** Where something differs, file by file. */
async function differencesIn(figures: Rollup, said = rollup): Promise<readonly string[]> {
  const forms = await readForms(undefined, () => expect.unreachable());
  const form = forms && loadRollup([...forms.shared, ...forms.rollup], () => expect.unreachable());
  if (form === undefined) return expect.unreachable();
  const rendered = renderRollup(figures, { form, watermark: undefined }, () => expect.unreachable());
  if (rendered === undefined) return expect.unreachable();
  const lists = await rollupFiles(figures);
  const found = await verifyFigures({ figures: said, recounts, rendered, lists });
  return [...new Set(found.map(({ at }) => ("file" in at ? at.file : "")))];
}

test("a roll-up that says what the records do passes, with a department that failed, negative money and odd names", async () => {
  expect(await differencesIn(rollup)).toEqual([]);
  const [, csv] = await rollupFiles(rollup);
  // As many places as the form gives it, though the last are zeros.
  expect(new TextDecoder().decode(csv?.bytes)).toContain("75.00%");
});

const everywhere = ["rollup.csv", "rollup.xlsx", rollup.title];
const [first, second] = rollup.departments;
const { totals } = rollup;

test.each<readonly [what: string, wrong: Rollup, where: readonly string[]]>([
  ["a project too many in the sum", { ...rollup, totals: { ...totals, projects: 3 } }, everywhere],
  ["an indicator of another kind", withFirst({ kinds: { ...kinds, output: 4 } }), everywhere],
  [
    "an amount that moved its point",
    withFirst({ money: { ...money, total: { sum: "125", uncounted: 0 } } }),
    everywhere,
  ],
  ["an amount that is lost", withFirst({ money: { ...money, fiscal: { uncounted: 0 } } }), everywhere],
  [
    "departments in another order",
    { ...rollup, departments: [second, first].flatMap((one) => one ?? []) },
    everywhere,
  ],
])("%s is found", async (_, wrong, where) => {
  expect(await differencesIn(wrong, rollup)).toEqual(where);
});

function withFirst(wrong: Partial<Pick<Rollup["totals"], "kinds" | "money">>): Rollup {
  const [one, ...others] = rollup.departments;
  if (one?.state !== "counted") return expect.unreachable();
  return { ...rollup, departments: [{ ...one, ...wrong }, ...others] };
}
