/** The mistakes in `data/korla`, listed before the rules that find them were written. */
import { type KnownMistakes, places } from "./known-mistake.ts";

export const korla: KnownMistakes = {
  completeness: [
    { at: ["indicators.csv O22"], what: "weights of 84", code: "weight-total" },
    { at: ["indicators.csv L8"], what: "a value that breaks off", code: "value-cut-short" },
    { at: ["indicators.csv L9"], what: "a value that breaks off", code: "value-cut-short" },
    { at: ["indicators.csv H14"], what: "a goal that breaks off (待遇生)", code: "goal-without-stop" },
    {
      at: places("indicators.csv K", 2, 4, 6, 7, 8, 9, 12, 13, 14, 15, 16, 17, 18, 19, 20, 24, 30, 31),
      what: "names cut at sixteen columns",
      code: "names-cut-at-one-width",
    },
  ],
  copies: [
    {
      at: ["indicators.csv K2", "indicators.csv K4"],
      what: "one name twice, as both are cut",
      code: "level3-repeated-when-cut",
    },
  ],
  levels: [
    { at: ["indicators.csv O22"], what: "产出 with 34 points for 40", code: "weight-total" },
    { at: ["indicators.csv K4"], what: "a rate under 数量", code: "quantity-not-a-count" },
  ],
  direction: [
    {
      at: ["indicators.csv L5"],
      what: "6 publicity events after 17 in the year before",
      code: "worse-than-last-year",
    },
    {
      at: ["indicators.csv L22"],
      what: "at least 2600方 of water for an office",
      code: "direction-unlikely",
    },
    {
      at: ["indicators.csv L23"],
      what: "at least 200000度 of power for an office",
      code: "direction-unlikely",
    },
  ],
  wording: [
    { at: ["indicators.csv C2"], what: "[2022]105号", code: "document-number-brackets" },
    { at: ["indicators.csv H2"], what: ",。", code: "punctuation-repeated" },
    { at: ["indicators.csv H2"], what: "half-width punctuation", code: "halfwidth-punctuation" },
    { at: ["indicators.csv H22"], what: "half-width punctuation", code: "halfwidth-punctuation" },
    { at: ["indicators.csv H22"], what: "提高工作顺利开展", missed: "only a reader tells" },
  ],
  spelling: [{ at: ["indicators.csv L2"], what: ">= here, ≥ elsewhere", code: "spellings-mixed" }],
};
