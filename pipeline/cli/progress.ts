/** Events of a run → one line that is written over on a terminal, a plain line a department elsewhere. */
import type { DepartmentResult, RunEvent } from "../batch/index.ts";
import type { Bilingual, Language } from "../diagnostics/index.ts";
import { reasonSentence } from "./plan-lines.ts";
import { printable, shorten, type Terminal } from "./terminal.ts";
import { comma, counted, stateNames } from "./words.ts";

export type Progress = { readonly event: (event: RunEvent) => void; readonly clear: () => void };

// Back to the line's start, and wipe it.
const wipe = "\r\u001B[2K";

/** Milliseconds: an earlier guess would jump about. */
const soonest = 2000;

const words = {
  onFinish: (command: string) => ({
    zh: `正在执行 --on-finish 的命令：${command}`,
    en: `Running the --on-finish command: ${command}`,
  }),
  unchanged: (count: number) => ({
    zh: `${count} 个部门没有改动`,
    en: `${counted(count, "department")} unchanged`,
  }),
  failed: (count: number) => ({ zh: `失败 ${count} 个`, en: `${count} failed` }),
  left: (time: Bilingual) => ({ zh: `约剩 ${time.zh}`, en: `about ${time.en} left` }),
  seconds: (seconds: number) => ({ zh: `${seconds} 秒`, en: `${seconds} s` }),
  minutes: (minutes: number) => ({ zh: `${minutes} 分钟`, en: `${minutes} min` }),
  projects: (count: number) => ({ zh: `${count} 个项目`, en: counted(count, "project") }),
  pages: (count: number) => ({ zh: `${count} 页`, en: counted(count, "page") }),
  changes: (count: number) => ({
    zh: `与上一版相比 ${count} 处变动`,
    en: `${counted(count, "change")} since the last edition`,
  }),
  form: (form: string) => ({ zh: `表式 ${form}`, en: `form ${form}` }),
  fittingForm: (form: string, matched: number) => ({
    zh: `表式 ${form}（按 ${matched} 个表头选定）`,
    en: `form ${form} (best fit, ${matched} headers matched)`,
  }),
  readback: ({ cells, pages, pagesRead }: NonNullable<DepartmentResult["readback"]>) => {
    const [zh, en] =
      pagesRead === pages
        ? ["全部各页", "all pages"]
        : [`${pages} 页中的 ${pagesRead} 页`, `${pagesRead} of ${pages} pages`];
    const isPaged = pages > 0;
    return {
      zh: `读回核对 ${cells} 格${isPaged ? `、${zh}` : ""}`,
      en: `${counted(cells, "cell")} read back${isPaged ? `, ${en}` : ""}`,
    };
  },
  public: ({ masked, leftOut }: NonNullable<DepartmentResult["public"]>) => ({
    zh: `公开稿打码 ${masked} 处、不列 ${leftOut} 个项目`,
    en: `public edition: ${masked} masked, ${counted(leftOut, "project")} left out`,
  }),
  reuse: (reused: number, made: number) => ({
    zh: `沿用 ${reused} 处排版、重排 ${made} 处`,
    en: `${counted(reused, "part")} reused, ${made} laid out`,
  }),
  remadeBecause: {
    program: { zh: "程序有变动，全部重排", en: "laid out again, as the program has changed" },
    fonts: { zh: "字体有变动，全部重排", en: "laid out again, as the fonts have changed" },
    style: { zh: "样式有变动，全部重排", en: "laid out again, as the style has changed" },
    tables: {
      zh: "各表的列宽或字号随数据有变动，全部重排",
      en: "laid out again, as the data now give all tables other widths or another type size",
    },
    damaged: { zh: "保留的排版已损坏，全部重排", en: "laid out again, as the part cache was damaged" },
  },
};

export function showProgress(terminal: Terminal, language: Language): Progress {
  const work = trackWork();
  const overwrite = (text: string) => terminal.err(`${wipe}${shorten(text, terminal.columns - 1)}`);
  const clear = () => {
    if (terminal.interactive) terminal.err(wipe);
  };
  const line = (text: string) => {
    const { done, all } = work.counts();
    return `[${done}/${all}] ${text}`;
  };
  const status = (folder: string) => {
    if (!terminal.interactive) return;
    overwrite(line([...doneSoFar(work, language), printable(folder)].join("  ")));
  };
  return {
    clear,
    event: (event) => {
      if (event.kind === "found") {
        work.begin(event);
        const { unchanged = 0 } = event;
        if (unchanged > 0) terminal.err(`${words.unchanged(unchanged)[language]}\n`);
      } else if (event.kind === "started") {
        work.start(event.folder);
        status(event.folder);
      } else if (event.kind === "finished") {
        work.finish(event.department);
        clear();
        terminal.err(`${line(doneText(event.department, language))}\n`);
        const next = work.running();
        if (next !== undefined) status(next);
      } else if (event.kind === "on-finish" && terminal.interactive) {
        overwrite(words.onFinish(printable(event.command))[language]);
      }
    },
  };
}

/** Counts departments, and weighs them by the bytes of their exports: one may have a hundred times another's projects. */
function trackWork() {
  let all = 0;
  let weights: ReadonlyMap<string, number> = new Map();
  let since = 0;
  let [done, failed, pages, weightDone] = [0, 0, 0, 0];
  const running: string[] = [];
  const weightOf = (folder: string) => weights.get(folder) ?? 1;
  return {
    begin: (event: Extract<RunEvent, { kind: "found" }>) => {
      all = event.departments;
      weights = event.weights ?? weights;
      since = performance.now();
    },
    start: (folder: string) => running.push(folder),
    finish: ({ folder, state, pages: made = 0 }: DepartmentResult) => {
      const at = running.indexOf(folder);
      if (at >= 0) running.splice(at, 1);
      done += 1;
      if (state === "failed") failed += 1;
      pages += made;
      weightDone += weightOf(folder);
    },
    counts: () => ({ done, all, failed, pages }),
    running: () => running[0],
    millisecondsLeft: () => {
      const weight = weights.size === 0 ? all : [...weights.values()].reduce((sum, one) => sum + one, 0);
      const spent = performance.now() - since;
      if (weightDone === 0 || weight === 0 || spent < soonest) return undefined;
      return (spent / weightDone) * (weight - weightDone);
    },
  };
}

function doneSoFar(work: ReturnType<typeof trackWork>, language: Language): readonly string[] {
  const { pages, failed } = work.counts();
  const left = work.millisecondsLeft();
  const facts = [
    ...(pages === 0 ? [] : [words.pages(pages)]),
    ...(failed === 0 ? [] : [words.failed(failed)]),
    ...(left === undefined ? [] : [words.left(timeText(left))]),
  ];
  return facts.map((fact) => fact[language]);
}

function timeText(milliseconds: number): Bilingual {
  const seconds = Math.ceil(milliseconds / 1000);
  return seconds < 90 ? words.seconds(seconds) : words.minutes(Math.ceil(seconds / 60));
}

function doneText(department: DepartmentResult, language: Language): string {
  const { state, projects, pages, changes, because = [], reuse, readback } = department;
  const facts = [
    stateNames[state],
    ...chosenForm(department),
    ...(projects === undefined ? [] : [words.projects(projects)]),
    ...(pages === undefined ? [] : [words.pages(pages)]),
    ...(changes === undefined ? [] : [words.changes(changes)]),
    ...reuseWords(reuse),
    ...(readback === undefined ? [] : [words.readback(readback)]),
    ...(department.public === undefined ? [] : [words.public(department.public)]),
  ];
  const why = because.length === 0 ? "" : `  ${reasonSentence(because, language)}`;
  return `${printable(department.folder)}  ${facts.map((fact) => fact[language]).join(comma[language])}${why}`;
}

/** Nothing about a first build, which can reuse nothing. */
function reuseWords(reuse: DepartmentResult["reuse"]): readonly Bilingual[] {
  if (reuse === undefined) return [];
  const { reused, made, because } = reuse;
  if (because === undefined) return reused === 0 ? [] : [words.reuse(reused, made)];
  return because === "first" ? [] : [words.remadeBecause[because]];
}

/** With the reason for the choice if nobody named a form. */
function chosenForm({ form, formReason }: DepartmentResult): readonly Bilingual[] {
  if (form === undefined) return [];
  return [formReason?.kind === "fitting" ? words.fittingForm(form, formReason.matched) : words.form(form)];
}
