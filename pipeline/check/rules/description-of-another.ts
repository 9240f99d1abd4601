/** A description that was copied from another indicator of the project. */
import { groupBy } from "../../records/index.ts";
import { comparable } from "../comparable.ts";
import { bareName } from "../indicator-name.ts";
import { likeEnough, likeness, sharesPair } from "../likeness.ts";
import { rule } from "../rule.ts";

/** Only if it has the words of one name and none of the other's: general words may describe several. */
export const descriptionOfAnother = rule("description-of-another", {
  number: 32,
  severity: "warning",
  about: {
    zh: "指标描述照抄了同项目另一指标的",
    en: "a description that is that of another indicator of the project",
  },
  says: {
    zh: "“{name}”的描述与“{other}”的相同：{description}",
    en: "The description of “{name}” is that of “{other}”: {description}",
  },
  todo: { zh: "请按这一指标的内容填写。", en: "Describe this indicator." },
  *block({ indicators }, { coreOfName }) {
    for (const group of groupBy(indicators, ({ description }) => description?.text).values()) {
      const [one, other, ...more] = group;
      if (one?.description === undefined || other === undefined || more.length > 0) continue;
      const said = comparable(one.description.text);
      for (const [own, copied] of [
        [one, other],
        [other, one],
      ] as const) {
        if (own.level3 === undefined || copied.level3 === undefined || copied.description === undefined)
          continue;
        if (likeness(coreOfName(bareName(own.level3.text)), said) < likeEnough) continue;
        if (sharesPair(comparable(copied.level3.text), said)) continue;
        const args = {
          name: bareName(copied.level3.text),
          other: bareName(own.level3.text),
          description: copied.description.text,
        };
        yield { at: copied.description, also: own.description && [own.description], args };
      }
    }
  },
});
