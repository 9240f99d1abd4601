/** A text that names indicators with their levels and values (产出指标-数量指标-培训人数：≥100人；【质量指标】合格率≥95%) → each of them. */
import { bareLevel, rankOfLevel } from "../../records/index.ts";
import { labelsOfKind } from "./indicator-kinds.ts";
import { measuresIn, type NamedMeasure, partsOf } from "./named-measures.ts";

/** The levels are absent if the text says none. */
export type LevelledMeasure = NamedMeasure & { readonly level1?: string; readonly level2?: string };

const bracketed = /^\s*[【[（(〔]([^】\])）〕]{2,12})[】\])）〕]\s*(?=\S)/u;
const parted = /^\s*([^\s\-—–/>＞→：:_|·]{2,12}?)\s*(?:[-—–/>＞→：:_|·]|\s)+(?=\S)/u;

export function levelledMeasuresIn(text: string): readonly LevelledMeasure[] {
  return partsOf(text).flatMap((part) => {
    const { rest, ...levels } = levelsAhead(part);
    return measuresIn(rest).map((measure) => ({ ...levels, ...measure }));
  });
}

/** The levels that a text begins with; of a level 2 alone the usual level 1. */
function levelsAhead(text: string): {
  readonly level1?: string;
  readonly level2?: string;
  readonly rest: string;
} {
  const said: string[] = [];
  let rest = text;
  for (let next = nextPart(rest); next !== undefined && said.length < 2; next = nextPart(rest)) {
    const rank = rankOfLevel(next.label);
    if (rank === undefined || (rank === 1 && said.length > 0)) break;
    if (rank === 2 && said.length === 0) said.push(labelsOfKind(bareLevel(next.label)).level1);
    said.push(next.label);
    rest = next.rest;
  }
  const [level1, level2] = said;
  if (level1 === undefined) return { rest: text };
  return level2 === undefined ? { level1, rest } : { level1, level2, rest };
}

function nextPart(text: string): { readonly label: string; readonly rest: string } | undefined {
  const [whole, label] = bracketed.exec(text) ?? parted.exec(text) ?? [];
  return whole === undefined || label === undefined ? undefined : { label, rest: text.slice(whole.length) };
}
