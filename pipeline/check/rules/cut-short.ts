/** Names and texts that an export has cut, or that were never finished. */
import { groupBy, type Text } from "../../records/index.ts";
import { comparable } from "../comparable.ts";
import { widthOf } from "../name-width.ts";
import { type Found, rule } from "../rule.ts";

/** One finding, as it is the export that cuts them; names of a few characters are as long as each other by chance. */
export const namesCutAtOneWidth = rule("names-cut-at-one-width", {
  number: 45,
  severity: "warning",
  about: { zh: "三级指标名称都在同一长度处截断", en: "level-3 names that are all cut at one width" },
  says: {
    zh: "有 {count:number} 个三级指标名称都正好 {characters:number} 个汉字宽，像是导出时被截断",
    en: "{count:number} level-3 names are all exactly {characters:number} Chinese characters wide, as if the export had cut them",
  },
  todo: { zh: "请从系统重新导出完整的名称。", en: "Export the full names." },
  department({ cut, blocks }) {
    if (cut === undefined || cut.width < 16 || cut.count < 5 || cut.share < 1 / 3) return;
    const [first, ...also] = blocks
      .flatMap(({ indicators }) => indicators.flatMap(({ level3 }) => level3 ?? []))
      .filter(({ text }) => widthOf(text) === cut.width);
    return first && { at: first, also, args: { count: also.length + 1, characters: cut.width / 2 } };
  },
});

/** Names of fewer characters begin alike by chance. */
const shortest = 10;

export const nameCutShort = rule("name-cut-short", {
  number: 45,
  severity: "info",
  gathered: "in each project",
  about: {
    zh: "三级指标名称是同项目另一名称的开头，像是被截断",
    en: "a level-3 name that is the beginning of another of the same project",
  },
  says: {
    zh: "“{name}”像是“{whole}”的前一半",
    en: "“{name}” seems to be the beginning of “{whole}”",
  },
  todo: { zh: "请核对名称是否完整。", en: "Check whether the name is complete." },
  *project({ name: own, indicators }) {
    const ownName = comparable(own?.text ?? "");
    const names = indicators
      .flatMap(({ level3 }) =>
        level3 === undefined || level3.text.length < shortest
          ? []
          : [{ text: level3, name: comparable(level3.text) }],
      )
      .filter(({ name }) => name.length >= shortest && name !== ownName)
      .toSorted((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0));
    // A name comes right before those that begin with it.
    const alike = [...groupBy(names, ({ name }) => name)];
    for (const [index, [name, same]] of alike.entries()) {
      const whole = alike[index + 1]?.[1][0];
      const rest = whole?.name.startsWith(name) ? whole.name.slice(name.length) : "";
      if (whole === undefined || rest === "" || /^[和及与的或、数率]/u.test(rest)) continue;
      if (isCutInside(name, whole.name) && lastWord.test(whole.name)) continue;
      for (const { text } of same)
        yield { at: text, also: [whole.text], args: { name: text.text, whole: whole.text.text } };
    }
  },
});

/** Few words end names, and no name ends in the middle of one, if the other horizon has it in full. */
export const nameCutInsideWord = rule("name-cut-inside-word", {
  number: 45,
  severity: "warning",
  gathered: "in each project",
  about: {
    zh: "三级指标名称的最后一个词没有写完（个体工商户满与个体工商户满意度）",
    en: "a level-3 name whose last word is cut (个体工商户满 beside 个体工商户满意度)",
  },
  says: { zh: "“{name}”没有写完，另一处是“{whole}”", en: "“{name}” is cut short: elsewhere it is “{whole}”" },
  todo: { zh: "请补全名称。", en: "Complete the name." },
  *project({ indicators }) {
    const wholes = indicators.flatMap(({ level3 }) => (level3 && lastWord.test(level3.text) ? level3 : []));
    for (const { level3 } of indicators) {
      if (level3 === undefined || lastWord.test(level3.text)) continue;
      const whole = wholes.find(({ text }) => isCutInside(level3.text, text));
      if (whole === undefined) continue;
      yield { at: level3, also: [whole], args: { name: level3.text, whole: whole.text } };
    }
  },
});

const lastWord = /(?:满意度|知晓率|合格率|及时率|完成率|覆盖率|达标率|完好率|就业率|准确率)$/u;

function isCutInside(name: string, whole: string): boolean {
  const lacking = whole.length - name.length;
  return lacking >= 1 && lacking <= 2 && name.length >= 4 && whole.startsWith(name);
}

/** Of values there is a rule of their own. */
export const textCutShort = rule("text-cut-short", {
  number: 45,
  severity: "warning",
  about: { zh: "文字以逗号、顿号结尾，像是没有写完", en: "a text that ends in a comma" },
  says: { zh: "文字以“{end}”结尾，像是没有写完", en: "The text ends in “{end}”, as if it were unfinished" },
  todo: { zh: "请补全，或改成句号。", en: "Complete it, or end it with a full stop." },
  *department({ department, blocks }) {
    const { overall, safeguards, projects } = department;
    for (const text of [...overall, ...safeguards]) yield* unfinished(text);
    for (const project of projects) {
      const ends = [project.purpose, project.goals.annual?.lines.at(-1), project.goals.midTerm?.lines.at(-1)];
      for (const text of ends) for (const found of unfinished(text)) yield { ...found, project };
    }
    for (const { project, indicators } of blocks) {
      for (const { level3, description } of indicators) {
        for (const text of [level3, description])
          for (const found of unfinished(text)) yield { ...found, project };
      }
    }
  },
});

function unfinished(text: Text | undefined): readonly Found<{ readonly end: string }>[] {
  const end = /[,，、]$/u.exec(text?.text.trimEnd() ?? "")?.[0];
  return text === undefined || end === undefined ? [] : [{ at: text, part: end, args: { end } }];
}

/** Where all lines before it have one. */
export const goalWithoutStop = rule("goal-without-stop", {
  number: 45,
  severity: "info",
  about: {
    zh: "绩效目标的最后一条没有句号，其他各条都有",
    en: "a goal whose last line alone has no full stop",
  },
  says: {
    zh: "最后一条以“{end}”结尾，没有标点，像是没有写完",
    en: "The last line ends in “{end}” without a stop, as if it were unfinished",
  },
  todo: { zh: "请补全，或加上句号。", en: "Complete it, or add the stop." },
  *project({ goals }) {
    for (const lines of [goals.annual?.lines ?? [], goals.midTerm?.lines ?? []]) {
      const last = lines.at(-1);
      if (last === undefined || lines.length < 2 || stopped.test(last.text)) continue;
      if (lines.slice(0, -1).every(({ text }) => stopped.test(text)))
        yield { at: last, args: { end: last.text.trimEnd().slice(-3) } };
    }
  },
});

const stopped = /[。；;.！!?？：:]\s*$/u;
