/** Findings about what was copied: from one project to another, from one horizon to the other, from name to indicator. */
import { define } from "./define.ts";
import { type HorizonWord, horizonEn, horizonZh } from "./horizon-words.ts";

type Copied = { readonly horizon: HorizonWord; readonly count: number; readonly projects: string };

export const checkingCopies = {
  "indicators-copied": define<Copied>({
    severity: "warning",
    zh: ({ horizon, count, projects }) => ({
      says: `${count} 个项目的${horizonZh[horizon]}绩效指标完全相同：${projects}`,
      todo: "请按各项目的实际内容分别填写指标。",
    }),
    en: ({ horizon, count, projects }) => ({
      says: `${count} projects have the very same ${horizonEn[horizon]} indicators: ${projects}`,
      todo: "Give each project indicators of its own.",
    }),
  }),
  "goal-copied": define<Copied>({
    severity: "warning",
    zh: ({ horizon, count, projects }) => ({
      says: `${count} 个项目的${horizonZh[horizon]}绩效目标完全相同：${projects}`,
      todo: "请按各项目的实际内容分别填写目标。",
    }),
    en: ({ horizon, count, projects }) => ({
      says: `${count} projects have the very same ${horizonEn[horizon]} goal: ${projects}`,
      todo: "Give each project a goal of its own.",
    }),
  }),
  "goal-same-for-both-horizons": define({
    severity: "warning",
    zh: () => ({ says: "年度目标与中期目标一字不差", todo: "请写明当年要完成的部分。" }),
    en: () => ({
      says: "The annual goal is the mid-term goal, word for word",
      todo: "Say what is to be done this year.",
    }),
  }),
  "project-name-as-indicator": define<{ readonly count: number }>({
    severity: "warning",
    zh: ({ count }) => ({
      says: `有 ${count} 个三级指标照抄了项目名称`,
      todo: "请写出具体的指标名称，例如 人数、合格率、完成时间。",
    }),
    en: ({ count }) => ({
      says: `${count} level-3 indicator(s) only repeat the project's name`,
      todo: "Name what is measured, for example a number, a rate or a date.",
    }),
  }),
  "purpose-repeats-name": define<{ readonly count: number }>({
    severity: "warning",
    zh: ({ count }) => ({
      says: `有 ${count} 个项目的资金用途照抄了项目名称`,
      todo: "请写明资金具体用在哪里。",
    }),
    en: ({ count }) => ({
      says: `The purposes of ${count} projects only repeat their names`,
      todo: "Say what the money is spent on.",
    }),
  }),
  "schedule-identical": define<{ readonly count: number; readonly shares: string }>({
    severity: "info",
    zh: ({ count, shares }) => ({
      says: `${count} 个项目的资金支出计划完全相同：${shares}`,
      todo: "请按各项目的实际进度填写；确实相同的，可不理会。",
    }),
    en: ({ count, shares }) => ({
      says: `${count} projects have the very same spending schedule: ${shares}`,
      todo: "Plan each project's spending by its own progress, unless they really are the same.",
    }),
  }),
} as const;
