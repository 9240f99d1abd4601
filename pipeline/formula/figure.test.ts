/** Figures of a roll-up: what is added up of which records, in which unit, and of how many it cannot be said. */
import { describe, expect, test } from "vitest";
import { type Amount, decimalOf, type ListRow, type RollupFigure } from "../records/index.ts";
import { amount, department, indicator, project, trialSpec, value } from "../testing/trial-form.ts";
import { addUpFigure, FigureFault, parseFigure } from "./index.ts";

const spec = trialSpec({
  money: { print: "fixed", unit: "元", places: 2 },
  fields: {
    "project.name": { label: "项目名称" },
    "budget.total": { label: "预算数", required: true },
    "project.own.spent": { label: "执行数", type: "money" },
    "project.own.rate": { label: "执行率", type: "percent" },
    "indicator.weight": { label: "分值" },
    "indicator.own.score": { label: "得分", type: "number", required: true },
    "department.own.staff": { label: "在编人数", type: "number" },
    "tasks.amount": { label: "任务金额", type: "money" },
  },
  lists: { tasks: { label: "年度主要任务" } },
});

const money = (count: string, unit: "元" | "万元") => amount(count, { value: count, unit });
const task = (cell: Amount): ListRow => ({ list: "tasks", at: cell.at, values: { amount: cell } });
const scored = (weight: string, score: string | undefined) =>
  indicator("甲", {
    weight: value(weight),
    own: score === undefined ? {} : { score: amount(score, { value: score }) },
  });

const whole = department({
  own: { staff: amount("40", { value: "40" }) },
  lists: { tasks: [money("2", "万元"), money("5000", "元")].map(task) },
  projects: [
    project({
      budget: { total: money("3", "万元"), own: {} },
      own: { spent: money("15000", "元") },
      indicators: [scored("60", "50"), scored("40", undefined)],
    }),
    project({ budget: { total: money("10000", "元"), own: {} }, indicators: [scored("100", "90")] }),
    project({ budget: { own: {} }, own: { spent: money("1", "万元") }, indicators: [] }),
  ],
});

function added(figure: Partial<RollupFigure> & Pick<RollupFigure, "how" | "of">) {
  const complete = { label: "数", places: 2, ...figure } as RollupFigure;
  const parsed = parseFigure(complete, spec);
  const { sum, over, uncounted } = addUpFigure(parsed, { spec, department: whole, unit: "万元" });
  return [sum && decimalOf(sum), decimalOf(over), parsed.unit, uncounted];
}

describe("a figure", () => {
  test.each([
    // The third has no total, although it should.
    [{ how: "sum", of: "budget.total" }, ["4", "1", "money", 1]],
    // A blank that nobody asked for is no gap.
    [{ how: "sum", of: "project.own.spent" }, ["2.5", "1", "money", 0]],
    // Only what says both is in a ratio: 1.5 of 3.
    [{ how: "ratio", of: "project.own.spent", to: "budget.total" }, ["1.5", "3", "percent", 2]],
    [{ how: "ratio", of: "budget.total", to: "sum(indicator.weight)" }, ["4", "200", "money", 1]],
    [{ how: "mean", of: "indicator.own.score" }, ["140", "2", "number", 1]],
    [{ how: "mean", of: "project.own.rate" }, [undefined, "0", "percent", 0]],
    // Of two it cannot be said whether it holds.
    [{ how: "count", of: "budget.total > project.own.spent" }, ["1", "1", "number", 2]],
    // None of those that should have a total has one that can be compared with what is blank.
    [{ how: "count", of: "budget.total < project.own.rate * 1元" }, [undefined, "1", "number", 3]],
    [{ how: "count", of: "indicator.own.score" }, ["2", "1", "number", 0]],
    [{ how: "sum", of: "department.own.staff" }, ["40", "1", "number", 0]],
    [{ how: "sum", of: "tasks.amount" }, ["2.5", "1", "money", 0]],
    [{ how: "count", of: "tasks.amount" }, ["2", "1", "number", 0]],
  ] as const)("%j", (figure, expected) => {
    expect(added(figure)).toEqual(expected);
  });

  test.each([
    [{ how: "sum", of: "project.name" }, "of", "number", "project.name"],
    [{ how: "sum", of: "budget.total > project.own.spent" }, "of", "number", ">"],
    [
      { how: "ratio", of: "project.own.spent", to: "department.own.staff" },
      "to",
      "sum",
      "department.own.staff",
    ],
    [{ how: "ratio", of: "department.own.staff", to: "budget.total" }, "of", "sum", "department.own.staff"],
    [{ how: "ratio", of: "indicator.weight", to: "budget.total" }, "to", "sum", "budget.total"],
    [{ how: "ratio", of: "indicator.weight", to: "budget.total / 2" }, "to", "sum", "/"],
    [{ how: "ratio", of: "sum(indicator.weight)", to: "budget.total" }, "to", "number", "budget.total"],
  ] as const)("%j is none", (figure, key, expected, found) => {
    const read = () => added(figure);
    expect(read).toThrow(FigureFault);
    expect(faultOf(read)).toMatchObject({ key, fault: { expected, found } });
  });
});

function faultOf(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    return error;
  }
}
