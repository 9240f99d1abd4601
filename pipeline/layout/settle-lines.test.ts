/** Lines that a word processor is led to end where layout ends them, whatever the text and the width. */

import { expect, test } from "vitest";
import { houseStyle, inlines } from "../testing/build-document.ts";
import { testFonts } from "../testing/fonts.ts";
import fc from "../testing/seeded-check.ts";
import { fillLines, type LineRange, otherEnginesMayBreak, takesOpening } from "./break-lines.ts";
import { type Cluster, openTypesetter } from "./clusters.ts";
import { fillersOf } from "./guide-lines.ts";
import { fillBody, settleLines } from "./settle-lines.ts";
import { openWords } from "./words.ts";

const cell = { ...houseStyle.text.cell, name: "cell", face: "song", bold: false, align: "start" } as const;
const style = { ...cell, size: 10, pitch: 15, firstLineIndent: 0, tracking: 0, latinGap: 0.25 } as const;
const typeset = openTypesetter(testFonts());
const words = openWords();

const clustersOf = (text: string): readonly Cluster[] =>
  typeset(inlines(text), { ...style, before: 0, after: 0 }, () => expect.unreachable());
const widthsOf = (width: number) => ({ first: width, rest: width, tracking: 0, hanging: false });
const textsOf = (clusters: readonly Cluster[], lines: readonly LineRange[]): readonly string[] =>
  lines.map(({ from, to }) =>
    clusters
      .slice(from, to)
      .map(({ text }) => text)
      .join(""),
  );

test.each([
  ["一级指标", 3.5, ["一级", "指标"]],
  ["社会效益指标", 5.5, ["社会", "效益指标"]],
  ["指标值确定依据", 5, ["指标值", "确定依据"]],
  ["其中：财政资金", 6, ["其中：", "财政资金"]],
  ["城乡居民基本医疗保险补助绩效目标表", 14, ["城乡居民基本医疗", "保险补助绩效目标表"]],
])("a label ends its lines between words: %s", (text, characters, expected) => {
  const clusters = clustersOf(text);
  const { lines } = settleLines(clusters, widthsOf(characters * 10), { align: "center", words, label: true });
  expect(textsOf(clusters, lines)).toEqual(expected);
});

const piece = fc.constantFrom(
  ...[
    "医",
    "疗",
    "保障",
    "资金",
    "，",
    "。",
    "（",
    "）",
    "“",
    "”",
    "/",
    "A",
    "DRG",
    "12",
    "3.5",
    "万元",
    "≥",
    "·",
    "²",
    "%",
  ],
);
const texts = fc.array(piece, { minLength: 1, maxLength: 30 }).map((pieces) => pieces.join(""));

/** As LibreOffice takes signs from the Latin font: always, at the beginning or behind a Latin letter, or before a number. */
function narrowed(clusters: readonly Cluster[]): readonly Cluster[] {
  return clusters.map((cluster, at) => {
    const { text, width } = cluster;
    const [before, after] = [clusters[at - 1]?.text ?? "", clusters[at + 1]?.text ?? ""];
    if (/[·²]/u.test(text)) return { ...cluster, width: width * 0.3 };
    if (/[“”]/u.test(text) && /^[\0-\u{24f}]?$/u.test(before)) return { ...cluster, width: width * 0.44 };
    return text === "≥" && /\d/u.test(after) ? { ...cluster, width: width * 0.55 } : cluster;
  });
}

test("filled at the measure that it is given, with the breaks that it is given, a text has the same lines", () => {
  const seen = { narrowed: 0, broken: 0, filled: 0 };
  fc.assert(
    fc.property(
      texts,
      fc.integer({ min: 30, max: 150 }),
      fc.constantFrom("start", "center", "end"),
      (text, width, align) => {
        const clusters = clustersOf(text);
        const { lines, guide } = settleLines(clusters, widthsOf(width), { align, words, label: false });
        expect(textsOf(clusters, lines).join("")).toBe(text);
        const by = guide.kind === "narrower" ? guide.by : 0;
        const behind = guide.kind === "breaks" ? guide.behind : new Set<number>();
        seen.narrowed += by > 0 ? 1 : 0;
        seen.broken += behind.size;
        seen.filled += guide.kind === "breaks" ? lines.length - 1 - behind.size : 0;
        const ends = [...lines.keys()].filter((index) => behind.has(index) || index === lines.length - 1);
        // Word and LibreOffice let a mark hang in ragged text, too; other programs do not. LibreOffice has the border's width more.
        for (const [hanging, set, wider] of [
          [false, clusters, 0],
          [true, clusters, 0],
          [true, clusters, 0.7],
          [true, narrowed(clusters), 0.7],
        ] as const) {
          const measure = { ...widthsOf(width - by + wider), hanging };
          const filled = ends.flatMap((last, index) => {
            const first = index === 0 ? 0 : (ends[index - 1] ?? 0) + 1;
            const stretch = set.slice(lines[first]?.from, lines[last]?.to);
            return textsOf(stretch, fillLines(stretch, { ...measure, as: "word-processor" }));
          });
          expect(filled).toEqual(textsOf(clusters, lines));
        }
      },
    ),
    {
      numRuns: 2000,
      examples: [
        ["/DRGDRG医", 30, "start"],
        ["²ADRG医", 30, "start"],
        ["12DRG", 31, "start"],
      ],
    },
  );
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(50);
});

/** Names of what each line of prose has a break behind it for; none if it needs no break. */
const brokenBehind = (text: string, characters: number): readonly string[] => {
  const clusters = clustersOf(text);
  const { lines, guide } = settleLines(clusters, widthsOf(characters * 10), { align: "start", label: false });
  const texts = textsOf(clusters, lines);
  expect(texts.at(-1)?.length).toBeGreaterThan(1);
  return guide.kind === "breaks" ? [...guide.behind].map((index) => texts[index] ?? "") : [];
};

test("prose that would end in a lone character is filled at another measure rather than broken", () => {
  expect(brokenBehind("反映对医疗保险办事效率和水平的促进作用", 9)).toEqual([]);
  expect(brokenBehind("持续降低虚高医药价格，进一步促进合理使用，控制医疗费用不合理增长", 8)).toEqual([]);
  // At any measure that gives the last line a second character a number is parted from what it counts.
  expect(brokenBehind("入户宣传不够；2026年每季度开展一次集中宣传。", 5.3)).toEqual(["一次集中"]);
});

test("filled after the last characters of its lines have been set wider, a text has the same lines", () => {
  let filled = 0;
  fc.assert(
    fc.property(
      texts,
      fc.integer({ min: 40, max: 150 }),
      fc.integer({ min: 0, max: 40 }),
      (text, width, zone) => {
        const clusters = clustersOf(text);
        const { lines } = settleLines(clusters, widthsOf(width - zone), {
          align: "start",
          words,
          label: true,
        });
        const fillers = fillersOf(lines, clusters, widthsOf(width));
        const wider = clusters.map((cluster, at) => {
          const line = lines.findIndex(({ to }) => to === at + 1);
          return { ...cluster, width: cluster.width + (fillers[line] ?? 0) };
        });
        const again = fillLines(wider, { ...widthsOf(width), as: "word-processor" });
        // Where no other engine may end a line, none can be led to; nor to a line that is too long.
        const reachable = lines.every(({ from, to, forced }, index) => {
          const begin = lines[index + 1]?.from ?? 0;
          const long = clusters
            .slice(from, to)
            .reduce((sum, cluster) => sum + cluster.width + cluster.gap, 0);
          const [before, after] = [clusters[begin - 1], clusters[begin]];
          // Where a bracket may not follow, no line can be ended before it; a text does not end with one.
          const opening = begin > 0 && takesOpening(before, after) ? (after?.width ?? 0) : 0;
          return (
            long + opening <= width &&
            (opening === 0 || begin + 1 < clusters.length) &&
            !forced &&
            (begin === 0 || otherEnginesMayBreak(clusters[begin - 1], clusters[begin]))
          );
        });
        if (!reachable || again.some(({ forced }) => forced)) return;
        filled += fillers.filter((filler) => filler > 0).length;
        expect(textsOf(clusters, again)).toEqual(textsOf(clusters, lines));
      },
    ),
    { numRuns: 2000 },
  );
  expect(filled).toBeGreaterThan(500);
});

test("justified text is filled only if its last line is no single character", () => {
  const lines = (text: string) => fillBody(clustersOf(text), widthsOf(80))?.length;
  expect(lines("医疗保障工作经费补助")).toBe(2);
  expect(lines("医疗保障工作经费补")).toBeUndefined();
  expect(lines("医疗保障工作经费补。")).toBeUndefined();
  // Where · is narrow, the first line takes all but one.
  expect(lines("医·疗·保障工作经费")).toBeUndefined();
});
