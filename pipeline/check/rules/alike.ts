/** What is the same where it should differ: one value in every row, blocks that are nearly copies. */
import type { Place } from "../../diagnostics/index.ts";
import type { IndicatorBlock } from "../indicator-blocks.ts";
import { indicatorNotApplicable } from "../not-applicable.ts";
import { placeOfIndicator } from "../place-of-indicator.ts";
import { rule } from "../rule.ts";

/** One finding for the department: it is a habit. */
export const valuesAllEqual = rule("values-all-equal", {
  number: 32,
  severity: "warning",
  about: {
    zh: "一个项目的指标值全都相同（全是 ≥90%）",
    en: "one value for all indicators of a project (≥90% throughout)",
  },
  says: {
    zh: "有 {count:number} 个项目的指标值全都相同，例如“{value}”",
    en: "{count:number} project(s) have one value for all their indicators, for example “{value}”",
  },
  todo: { zh: "请按各指标的实际分别填写。", en: "Give each indicator a value of its own." },
  department({ blocks }) {
    const equal = blocks.flatMap((block) => {
      const numbers = block.indicators.filter(
        ({ parsed }) => parsed.kind === "number" && parsed.unit !== undefined,
      );
      const values = new Set(numbers.map(({ printedValue }) => printedValue?.text));
      const kinds = new Set(numbers.flatMap((one) => [...one.kinds]));
      const first = numbers[0]?.value;
      return first && numbers.length >= 5 && values.size === 1 && kinds.size >= 3
        ? [{ first, printed: numbers[0]?.printedValue?.text ?? "", project: block.project }]
        : [];
    });
    const [one, ...others] = equal;
    if (one === undefined) return;
    return {
      at: one.first,
      also: others.map(({ first }) => first),
      project: one.project,
      touches: equal.map(({ project }) => project),
      shared: { what: "" },
      args: { count: equal.length, value: one.printed },
    };
  },
});

/** Blocks that are the same throughout have a rule of their own. */
export const indicatorsNearlyCopied = rule("indicators-nearly-copied", {
  number: 32,
  severity: "warning",
  about: {
    zh: "两个项目四分之三以上的指标及指标值相同",
    en: "two projects that share three quarters of their indicators with the values",
  },
  says: {
    zh: "{rows:number} 个指标中有 {same:number} 个与“{model}”的完全相同",
    en: "{same:number} of {rows:number} indicators are those of “{model}”",
  },
  todo: { zh: "请按项目的实际内容填写指标。", en: "Give the project its own indicators." },
  *department({ blocks }) {
    const seen = new Map<string, Row[]>();
    const models = new Map<string, ReturnType<typeof nearest>>();
    for (const block of blocks) {
      const rows = rowsOf(block);
      if (rows.length < 5) continue;
      const all = rows.join("\n");
      if (!models.has(all)) {
        models.set(all, nearest(rows, seen));
        for (const row of rows) push(seen, row, { block, rows: rows.length });
      }
      const model = models.get(all);
      if (model === undefined) continue;
      const { block: other, same } = model;
      const args = { rows: rows.length, same, model: other.project.name?.text ?? other.project.key };
      yield { at: startOf(block), also: [startOf(other)], project: block.project, args };
    }
  },
});

type Row = { readonly block: IndicatorBlock; readonly rows: number };

/** A row that very many blocks have tells little, and would make the look quadratic. */
const mostBlocks = 32;

function push(seen: Map<string, Row[]>, row: string, entry: Row): void {
  const known = seen.get(row);
  if (known === undefined) seen.set(row, [entry]);
  else if (known.length < mostBlocks) known.push(entry);
}

function nearest(rows: readonly string[], seen: ReadonlyMap<string, readonly Row[]>) {
  const counts = new Map<IndicatorBlock, { readonly same: number; readonly rows: number }>();
  for (const row of rows) {
    for (const { block, rows: length } of seen.get(row) ?? [])
      counts.set(block, { same: (counts.get(block)?.same ?? 0) + 1, rows: length });
  }
  for (const [block, { same, rows: length }] of counts) {
    if (same * 4 >= Math.max(rows.length, length) * 3) return { block, same };
  }
  return undefined;
}

/** Each indicator that says something, once; horizons are never compared with each other. */
function rowsOf({ horizon, indicators }: IndicatorBlock): readonly string[] {
  const rows = indicators
    .filter((one) => one.printedValue !== undefined && !indicatorNotApplicable(one))
    .map(({ level2, level3, printedValue }) =>
      [horizon, level2?.text, level3?.text, printedValue?.text].join("\t").replace(/ +/gu, ""),
    );
  return [...new Set(rows)];
}

function startOf({ project, indicators: [first] }: IndicatorBlock): Place {
  return first === undefined ? project.at : (first.level3?.at ?? placeOfIndicator(first, project));
}
