/** A spending schedule that is blank, holds anything but growing shares up to 100%, or is the same in every project. */
import {
  compareDecimals,
  type Decimal,
  fields,
  type Project,
  parseDecimal,
  type ScheduleField,
  scheduleFields,
  shiftDecimal,
  type Text,
} from "../../records/index.ts";
import { rule } from "../rule.ts";

export const scheduleBlank = rule("schedule-blank", {
  number: 24,
  severity: "warning",
  about: { zh: "资金支出计划全部空白", en: "a spending schedule left blank" },
  says: { zh: "资金支出计划全部空白", en: "The spending schedule is blank" },
  todo: {
    zh: "请填写 3 月底、6 月底、10 月底、12 月底的累计支出比例。",
    en: "Fill in the cumulative shares for the ends of March, June, October and December.",
  },
  project(project, { spec, blankAt }) {
    if (!scheduleFields.some((field) => spec.fields[`schedule.${field}`])) return;
    if (stepsOf(project).length > 0) return;
    return { at: blankAt(project.at, "schedule.march"), args: {} };
  },
});

export const scheduleNotAShare = rule("schedule-not-a-share", {
  number: 24,
  severity: "error",
  about: { zh: "资金支出计划不是 0 到 100% 的比例", en: "a scheduled share outside 0 to 100%" },
  says: {
    zh: "资金支出计划“{label}”不是 0 到 100% 之间的比例",
    en: "“{label}” in the spending schedule is not a share between 0 and 100%",
  },
  todo: { zh: "请填写累计支出比例，例如 25%。", en: "Write the cumulative share, for example 25%." },
  project: (project) =>
    stepsOf(project)
      .filter(({ share }) => share === undefined || isBelow(share, "0") || isBelow("100", share))
      .map(({ field, text }) => ({ at: text, args: { label: fields[`schedule.${field}`].label.zh } })),
});

export const scheduleDecreasing = rule("schedule-decreasing", {
  number: 24,
  severity: "error",
  about: { zh: "资金支出计划的累计比例减少", en: "a cumulative share below the one before it" },
  says: {
    zh: "资金支出计划“{label}”小于前一时点的 {before}",
    en: "“{label}” in the spending schedule is below the preceding {before}",
  },
  todo: {
    zh: "支出计划是累计比例，不应减少，请核对。",
    en: "Shares are cumulative and cannot decrease: check them.",
  },
  *project(project) {
    const steps = stepsOf(project);
    for (const [index, { field, text, share }] of steps.entries()) {
      const before = steps[index - 1];
      if (share === undefined || before?.share === undefined || !isBelow(share, before.share)) continue;
      yield {
        at: text,
        also: [before.text],
        args: { label: fields[`schedule.${field}`].label.zh, before: before.text.text },
      };
    }
  },
});

export const scheduleNotComplete = rule("schedule-not-complete", {
  number: 24,
  severity: "error",
  about: { zh: "资金支出计划到 12 月底没有达到 100%", en: "a spending schedule that does not end at 100%" },
  says: {
    zh: "资金支出计划到 12 月底没有达到 100%",
    en: "The spending schedule does not reach 100% at the end of December",
  },
  todo: {
    zh: "请把 12 月底的累计比例改为 100%，或核对计划。",
    en: "Set the share at the end of December to 100%, or check the schedule.",
  },
  project(project, { blankAt }) {
    const last = stepsOf(project).at(-1);
    if (last === undefined) return;
    if (last.field !== "december") return { at: blankAt(last.text.at, "schedule.december"), args: {} };
    // What is no share at all has its own finding.
    return last.share !== undefined && isBelow(last.share, "100") ? { at: last.text, args: {} } : undefined;
  },
});

/** 0.25 beside 25 of another project: one of them may mean a quarter of a per cent. */
export const scheduleSharesMixed = rule("schedule-shares-mixed", {
  number: 24,
  severity: "warning",
  about: {
    zh: "资金支出计划有的项目写小数、有的写百分数（0.25 与 25）",
    en: "schedules in fractions in one project and in per cent in another (0.25 and 25)",
  },
  says: {
    zh: "支出计划写成小数（{shares}），别的项目写成百分数（{others}），比例的写法不一致",
    en: "The schedule has fractions ({shares}), those of other projects have per cent ({others})",
  },
  todo: {
    zh: "请统一写成百分数，例如 25%；小数是当作比例读的，原样印出。",
    en: "Write per cent throughout, for example 25%; the fractions were read as shares and are printed as given.",
  },
  *department({ department: { projects } }) {
    const schedules = projects.map((project) => ({ project, steps: stepsOf(project) }));
    const inPercent = schedules.find(({ steps }) => steps.some(isPercent));
    if (inPercent === undefined) return;
    for (const { project, steps } of schedules) {
      const fraction = steps.find(({ text, share }) => share !== undefined && isProperFraction(text.text));
      if (fraction === undefined || steps.some(isPercent)) continue;
      const also = inPercent.steps.slice(0, 1).map(({ text }) => text);
      yield {
        at: fraction.text,
        also,
        project,
        args: { shares: sharesOf(steps), others: sharesOf(inPercent.steps) },
      };
    }
  },
});

export const scheduleIdentical = rule("schedule-identical", {
  number: 24,
  severity: "info",
  about: { zh: "所有项目的资金支出计划完全相同", en: "the same spending schedule in every project" },
  says: {
    zh: "{count:number} 个项目的资金支出计划完全相同：{shares}",
    en: "{count:number} projects have identical spending schedules: {shares}",
  },
  todo: {
    zh: "请按各项目的实际进度填写；确实相同的，可不理会。",
    en: "Plan each project's spending by its own progress; ignore this if they really are the same.",
  },
  department({ department }) {
    const complete = department.projects.map(stepsOf).filter((steps) => steps.length === 4);
    const [first, ...others] = complete.map(([march]) => march?.text);
    const [shares, ...different] = new Set(complete.map(sharesOf));
    if (first === undefined || shares === undefined || others.length < 2 || different.length > 0) return;
    return {
      at: first,
      also: others.flatMap((text) => text ?? []),
      args: { count: complete.length, shares },
    };
  },
});

type Step = {
  readonly field: ScheduleField;
  readonly text: Text;
  /** In per cent; undefined if the text is not a number. */
  readonly share: Decimal | undefined;
};

/** The steps that are filled in, in the order of the year; 25%, 25 and 0.25 are the same share. */
function stepsOf({ schedule }: Project): readonly Step[] {
  const filled = scheduleFields.flatMap((field) => {
    const text = schedule[field];
    return text === undefined ? [] : [{ field, text }];
  });
  // 0.25, 0.5, 0.75, 1 are fractions only together: a lone 1 may well be 1%.
  const fractions = filled.length > 1 && filled.every(({ text }) => isFraction(text.text));
  return filled.map(({ field, text }) => {
    const share = parseDecimal(text.text.replace(/\s*[%％]\s*$/u, ""));
    return { field, text, share: share !== undefined && fractions ? shiftDecimal(share, 2) : share };
  });
}

/** 25% and 25, but neither 0 nor 1. */
function isPercent({ text: { text } }: Step): boolean {
  const value = parseDecimal(text.replace(/\s*[%％]\s*$/u, ""));
  return value !== undefined && (/[%％]/u.test(text) || isBelow("1", value));
}

function isProperFraction(text: string): boolean {
  return (
    isFraction(text) && text.includes(".") && parseDecimal(text) !== undefined && !/^[01]\.?0*$/u.test(text)
  );
}

function isFraction(text: string): boolean {
  const value = parseDecimal(text);
  return value !== undefined && !isBelow(value, "0") && !isBelow("1", value);
}

function isBelow(one: Decimal, other: Decimal): boolean {
  return compareDecimals(one, other) < 0;
}

function sharesOf(steps: readonly Step[]): string {
  return steps.map(({ text }) => text.text).join("、");
}
