/** One unit spelt in several ways; one finding for each unit. */
import {
  type Department,
  groupBy,
  type Project,
  perText,
  type Text,
  withoutSelectors,
} from "../../records/index.ts";
import { commonestFirst } from "../commonest.ts";
import { comparable } from "../comparable.ts";
import { rule } from "../rule.ts";
import { mayBeSlip } from "../stray-characters.ts";

export const unitNameDiffers = rule("unit-name-differs", {
  number: 34,
  severity: "warning",
  about: {
    zh: "同一单位的名称写法不一致，或主管部门名称漏字、多字",
    en: "one unit spelt in several ways, or a department's name with a character too few or too many",
  },
  says: {
    zh: "同一单位的名称写法不一致：“{name}”与“{usual}”",
    en: "One unit is spelt differently: “{name}” and “{usual}”",
  },
  todo: {
    zh: "请统一单位名称（留意括号、空格和漏字）。",
    en: "Use one spelling (check brackets, spaces and missing characters).",
  },
  *department({ department }) {
    for (const names of groupBy([...namesOf(department)], ({ key }) => key).values()) {
      const [usual, ...others] = commonestFirst(names, ({ text }) => withoutSelectors(text.text));
      const [first, ...further] = others.flat();
      const model = usual?.[0];
      if (first === undefined || model === undefined) continue;
      yield {
        at: first.text,
        also: [...further, model].map(({ text }) => text),
        project: first.project,
        args: { name: first.text.text, usual: model.text.text },
      };
    }
  },
});

type Named = { readonly key: string; readonly text: Text; readonly project?: Project };

/** A unit's name by its code; without a code by the name less brackets and spaces, so that only spelling differs. */
function* namesOf({ name, unitName, unitCode, projects }: Department): Iterable<Named> {
  const own = comparable(name.text);
  const keys = new Set([own, ...projects.flatMap(({ unit }) => (unit ? comparable(unit.text) : []))]);
  const meant = perText((key) => {
    const whole = [...keys].find((other) => isCutOff(key, other));
    // Of two that differ by a slip either may be right.
    return whole ?? [key, ...[...keys].filter((other) => isSlipOf(key, other))].toSorted()[0] ?? key;
  });
  const named = (text: Text, code: Text | undefined) => ({
    text,
    key: code?.text ?? meant(comparable(text.text)),
  });
  yield named(name, undefined);
  if (unitName !== undefined) yield named(unitName, unitCode);
  for (const project of projects) {
    if (project.unit !== undefined) yield { ...named(project.unit, project.unitCode), project };
    if (project.department === undefined) continue;
    const key = comparable(project.department.text);
    const isMeant = isOneLess(key, own) || isOneLess(own, key);
    yield { text: project.department, key: isMeant ? own : key, project };
  }
}

/** What names of units end in. */
const body =
  /(?:[局委办会厅院校学园所站馆队处场厂室段科股部社团库行店镇乡村县区市旗盟支道]|中心|本级|公司|机关)$/u;

/** 县司法 for 县司法局: a name that stops before it says what it is the name of. */
function isCutOff(short: string, long: string): boolean {
  const lacking = long.length - short.length;
  return lacking >= 1 && lacking <= 2 && long.startsWith(short) && !body.test(short);
}

/** 档案讯息中心 and 档案信息中心; names of fewer characters are alike by chance. */
function isSlipOf(one: string, other: string): boolean {
  if (one.length !== other.length || one.length < 6) return false;
  const [at, ...more] = Array.from(one).flatMap((character, index) =>
    character === other[index] ? [] : index,
  );
  return at !== undefined && more.length === 0 && mayBeSlip(one, at, other.charAt(at));
}

/** Whether a name is another less one character that is no numeral: 含山民政局 for 含山县民政局, but 一局 is not 十一局. */
function isOneLess(short: string, long: string): boolean {
  if (short.length + 1 !== long.length) return false;
  const at = [...long].findIndex((character, index) => character !== short[index]);
  return (
    !/[\d一二三四五六七八九十]/u.test(long[at] ?? "") && long.slice(0, at) + long.slice(at + 1) === short
  );
}
