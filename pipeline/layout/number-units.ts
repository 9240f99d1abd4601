/** Clusters → the places inside a number with its unit (1,200|万元, 元/平|方米), where a line ends only if it must. */
import { isDigit } from "./break-lines.ts";
import type { Cluster } from "./clusters.ts";

const units = [
  ...["个百分点", "百分点", "个工作日", "工作日", "平方公里", "平方千米", "平方米", "立方米", "公里", "千米"],
  ...["厘米", "毫米", "公斤", "千克", "公顷", "人次", "人天", "人月", "小时", "分钟", "年度", "季度", "月底"],
  ..."元角分人次户个件台套辆份项处条座米亩吨度方年月日天时秒周季期届批场家所名张册篇间栋只头株棵盏支部种类级倍岁号层期",
];

/** With a magnitude before it, and with units that it is divided by: 万元/平方米/年. */
const unitAtStart = new RegExp(
  `^[十百千万亿]*(?:${units.join("|")})(?:[/／](?:${units.join("|")}))*|^[十百千万亿]+`,
  "u",
);

/** Longer than any unit. */
const longest = 24;

/** For each cluster, whether it goes on with a number's unit; undefined if there is no number. */
export function insideUnits(clusters: readonly Cluster[]): readonly boolean[] | undefined {
  let inside: boolean[] | undefined;
  for (let at = 1; at < clusters.length; at += 1) {
    if (!isDigit(clusters[at - 1]?.text ?? "") || clusters[at]?.breakClass !== "han") continue;
    const length = unitLength(clusters, at);
    inside ??= new Array<boolean>(clusters.length).fill(false);
    inside.fill(true, at, at + length);
  }
  return inside;
}

function unitLength(clusters: readonly Cluster[], at: number): number {
  let text = "";
  for (const cluster of clusters.slice(at, at + longest)) {
    if (cluster.breakClass !== "han" && cluster.breakClass !== "sign") break;
    text += cluster.text;
  }
  return Array.from(unitAtStart.exec(text)?.[0] ?? "").length;
}
