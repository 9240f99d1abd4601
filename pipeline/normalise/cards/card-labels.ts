/** The text of a cell → the label that it is in a form filled in for one project, or label and value in one cell. */
import { type FieldName, perText } from "../../records/index.ts";
import { type StatedUnit, statedUnit } from "../headers/header-key.ts";
import { matchesOf, type Vocabulary } from "../headers/match-header.ts";
import { withoutFullMark } from "../tables/row-words.ts";

export type CardLabel = {
  /** As written. */
  readonly text: string;
  /** What is matched. */
  readonly meaning: string;
  /** The field of a project that it most likely means; where it stands may decide otherwise. */
  readonly field: FieldName;
  /** What its brackets say beside it: 中期目标（2023年—2025年）. */
  readonly range?: string;
};

/** `rest`: what stands behind its colon. */
export type InlineLabel = { readonly label: CardLabel; readonly rest: string };

export type LabelReader = {
  readonly labelOf: (text: string) => CardLabel | undefined;
  /** The fields of an indicator that a header can mean. */
  readonly indicatorField: (text: string) => FieldName | undefined;
  /** 项目名称：甲, or several of these one after the other; empty if the text is anything else. */
  readonly inlinesOf: (text: string) => readonly InlineLabel[];
};

/** A form is continued on the next page under the same label. */
const continued = /\s*[(（]续[)）]\s*$/u;
/** Years as forms have them, filled in or not: 2023年—2025年, 20××年—20××+n年. */
const ranged =
  /^(.{2,12}?)\s*[(（]\s*([\d×Xx*＊]{2,6}年?(?:[-—–~～至到][^()（）]*)?年度?)\s*[)）]\s*[:：]?$/su;
const longestLabel = 40;

export function labelReader(vocabulary: Vocabulary): LabelReader {
  const matches = perText((text) => (text.length > longestLabel ? [] : matchesOf(text, vocabulary)));
  const plainLabel = (text: string, meaning: string): CardLabel | undefined => {
    const field = matches(meaning).find((match) => !match.field.startsWith("indicator."))?.field;
    return field === undefined ? undefined : { text, meaning, field };
  };
  const labelOf = perText((text: string): CardLabel | undefined => {
    if (text.length > longestLabel) return undefined;
    const meaning = withoutFullMark(withoutContinued(text));
    const [, before = "", range = ""] = ranged.exec(meaning) ?? [];
    const goal = before === "" ? undefined : plainLabel(text, before);
    if (goal?.field === "goals.midTerm") return { ...goal, range };
    return goal?.field === "goals.annual" ? goal : plainLabel(text, meaning);
  });
  const indicatorField = (text: string) =>
    matches(text).find(({ field }) => field.startsWith("indicator."))?.field;
  return { labelOf, indicatorField, inlinesOf: (text) => inlinesIn(text, labelOf) };
}

export function withoutContinued(text: string): string {
  return text.replace(continued, "");
}

export function isContinued(text: string): boolean {
  return continued.test(text);
}

/** Another label begins behind blanks only: what is said of a project has colons of its own. */
function inlinesIn(text: string, labelOf: LabelReader["labelOf"]): readonly InlineLabel[] {
  const inlines: InlineLabel[] = [];
  for (const part of text.split(/(?:\s{2,}|[\t\u3000\n])(?=\S{2,14}\s*[:：])/u)) {
    const [, name = "", rest = ""] =
      /^\s*(?:其中\s*[:：]\s*)?([^:：\n]{2,20}?)\s*[:：]\s*(.*)$/su.exec(part) ?? [];
    const isUnit = unitInText(part) !== undefined;
    const label = name === "" || rest.trim() === "" || isUnit ? undefined : labelOf(name);
    if (label !== undefined) inlines.push({ label, rest: rest.trim() });
  }
  return inlines;
}

/** 单位：万元, （单位：元）, or 金额单位：千元 among other words of a line. */
export function unitInText(text: string): StatedUnit | undefined {
  const word = /单位\s*[:：]\s*(?:人民币)?\s*([^\s,，;；)）]*)/u.exec(text)?.[1];
  return word === undefined || word === "" ? undefined : statedUnit(word);
}
