/** A text that names indicators with their levels and values (产出指标-数量指标-培训人数：≥100人；【质量指标】合格率≥95%) → each of them. */
import { bareLevel, rankOfLevel } from "../../records/index.ts";
import { labelsOfKind } from "./indicator-kinds.ts";
import { isBareValue, measuresIn, type NamedMeasure, namesMeasure, partsOf } from "./named-measures.ts";

/** The levels are absent if the text says none. */
export type LevelledMeasure = NamedMeasure & { readonly level1?: string; readonly level2?: string };

const bracketed = /^\s*[【[（(〔]([^】\])）〕]{2,12})[】\])）〕]\s*(?=\S)/u;
/** In 满意度>90% the sign is an operator. */
const parted = /^\s*([^\s\-—–/>＞→：:_|·]{2,12}?)\s*(?:[-—–/→：:_|·]|[>＞](?!\s*[\d=＝])|\s)+(?=\S)/u;

/** `isMeasured`: whether the values stand elsewhere, so that what is behind a level is always a name. */
export function levelledMeasuresIn(text: string, isMeasured = false): readonly LevelledMeasure[] {
  return partsOf(text).flatMap((part) => {
    const { rest, ...levels } = levelsAhead(part, isMeasured);
    return measuresIn(rest).map((measure) => ({ ...levels, ...measure }));
  });
}

/** The levels that a text begins with; of a level 2 alone the usual level 1. */
function levelsAhead(
  text: string,
  isMeasured: boolean,
): {
  readonly level1?: string;
  readonly level2?: string;
  readonly rest: string;
} {
  const said: string[] = [];
  let rest = text;
  for (let next = nextPart(rest); next !== undefined && said.length < 2; next = nextPart(rest)) {
    const rank = rankOfLevel(next.label);
    if (rank === undefined || (rank === 1 && said.length > 0)) break;
    if (!isMeasured && (isBareValue(next.rest) || (said.length === 0 && isValueInWords(next)))) break;
    if (rank === 2 && said.length === 0) said.push(labelsOfKind(bareLevel(next.label)).level1);
    said.push(next.label);
    rest = next.rest;
  }
  const [level1, level2] = said;
  if (level1 === undefined) return { rest: text };
  return level2 === undefined ? { level1, rest } : { level1, level2, rest };
}

type Part = { readonly label: string; readonly separator: string; readonly rest: string };

/** 社会效益：明显提升 is a name and its value; 社会效益指标：… is the level of what follows. */
function isValueInWords({ label, separator, rest }: Part): boolean {
  return /[:：]/u.test(separator) && !/指标$/u.test(label) && !/\d/u.test(rest) && !namesMeasure(rest);
}

function nextPart(text: string): Part | undefined {
  const [whole, label] = bracketed.exec(text) ?? parted.exec(text) ?? [];
  if (whole === undefined || label === undefined) return undefined;
  const separator = whole.slice(whole.indexOf(label) + label.length);
  return { label, separator, rest: text.slice(whole.length) };
}
