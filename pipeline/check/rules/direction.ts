/** A sign that points the wrong way, or a target that anything meets. */
import { compareDecimals } from "../../records/index.ts";
import { bareName } from "../indicator-name.ts";
import { isPercent } from "../parse-value.ts";
import { rule } from "../rule.ts";

type Unlikely = { readonly name: string; readonly value: string; readonly better: "less" | "more" };

export const directionUnlikely = rule("direction-unlikely", {
  number: 43,
  severity: "warning",
  about: {
    zh: "符号与指标的方向相反（响应时间用≥，合格率用≤）",
    en: "a sign that points the wrong way (≥ on a response time, ≤ on a pass rate)",
  },
  says: {
    zh: ({ name, value, better }: Unlikely) =>
      `“${name}”越${better === "less" ? "少" : "高"}越好，指标值却是“${value}”`,
    en: ({ name, value, better }: Unlikely) =>
      `“${name}” is the better the ${better === "less" ? "lower" : "higher"} it is, but the target is “${value}”`,
  },
  todo: { zh: "请核对符号。", en: "Check the sign." },
  indicator({ kinds, level3, value, operator, printedValue, parsed }) {
    if (level3 === undefined || value === undefined || printedValue === undefined) return;
    if (growsWorse(bareName(level3.text), printedValue.text)) {
      const args: Unlikely = { name: bareName(level3.text), value: printedValue.text, better: "less" };
      return { at: value, args };
    }
    if (parsed.kind !== "number" || parsed.operator === undefined) return;
    const name = bareName(level3.text);
    const better = betterOf(name) ?? (kinds.has("benefit") && complaints.test(name) ? "less" : undefined);
    const isUp = parsed.operator === "≥" || parsed.operator === ">";
    const isDown = parsed.operator === "≤" || parsed.operator === "<";
    if (better === undefined || (better === "less" ? !isUp : !isDown)) return;
    const args = { name, value: printedValue.text, better };
    return { at: operator ?? value, found: printedValue.text, args };
  },
});

// Each ends its name: 投诉处理率 and 事故下降率 point the other way.
const waiting =
  /(?:响应|等候|等待|办理|办结|办复|审批|审核|审查|受理|答复|回复|反馈|处理|修复|处置|到达|到场|到账|恢复|排除|抢修|抢通|整改|拨付|发放|兑付|支付|报送|上架|送达|出警|出具|出院|通报|送检|签发|核发|制证|发证|维修|赶到)(?:时间|时限|时长)$|.时限$|.[用耗]时$/u;
/** What is offered for a time may well last longer. */
const offered =
  /免费|质保|保修|质量保证|服务|公示|公告|公布|公开|保[存管留障]|留存|存储|供[水电气热应]|开放|运行|[培集]训|训练|学习|演练|观察|延长|追溯|跟踪|监测|有效|使用|管护|养护|值[守班]/u;
const accidents =
  /事故(?:起数|次数|数|发生率|率)|险情(?:起数|次数|数)|投诉(?:次数|件数|数|率|量)|(?<![不未])发生(?:起数|次数|件数|数|率|频[次率])/u;
const failings =
  /(?:差错|出错|失误|违规|违纪|违法|犯罪|发案|复吸|失信|缺陷|伤亡|患病|损耗|故障|逾期|辍学|失学|返贫|死亡|发病|感染|漏损|破损|空置|流失|复发|超限|超标)(?:次数|起数|人数|件数|数|率|发生率)|不合格率|不满意率/u;
const consumption =
  /(?:办公|大楼|机关|单位|公共机构)[^供产]*?(?:用水量|用电量|用气量|能耗)|(?:碳|硫|氮氧化物|废水|污水|废气|粉尘|污染物|温室气体)[^达减]*排放(?:总?量|强度|浓度)?/u;
/** Of a benefit: 接待信访件数 is work done. */
const complaints =
  /^[^办接受处理化解答登减]*(?:信访|上访|举报|纠纷)(?:案件)?(?:次数|件数|起数|批次|人次|数|总?量|率)$/u;
const shares = /^(?:违法|违规|违章|不合格|不达标|超标|闲置|撂荒)[^率]*占(?:比|\S*比例)/u;
const fewer = new RegExp(
  `(?:${[accidents, failings, consumption, shares].map(({ source }) => source).join("|")})$`,
  "u",
);
const fallen = /下降|降低|减少|压[降减]|削减|降幅|减幅/u;
const sooner = /缩短|压缩|节约|节省|提前/u;
/** What is prevented, and what is dealt with: 查处超限次数, but not 受理差错次数. */
const averted =
  /挽救|挽回|避免|处理率|办结|(?:打击|惩戒|帮教|帮扶|侦破|破获|抓获|移送|处置|处理|查处|受理|排查|化解|整治|救助|资助)(?!差错|出错|失误|逾期)\S*数$/u;
const more =
  /(?<!不|非)(?:满意度|满意率|合格率|达标率|及格率|完好率|覆盖率|知晓率|参保率|参与率|办结率|完成率|及时率|准确率|到位率|执行率|通过率|就业率|入学率|巩固率|成活率|保存率|治愈率|机械化率|免疫密度|履行率|履约率|成功率|结案率|可用率|在线率|兑现率|兑付率|发放率|落实率|签约率|化解率|转化率|接通率|应答率|升学率|毕业率|有效率|普及率|正点率|准点率|优良率|优秀率|保证率|保障率|收缴率|接种率|建档率|救助率|安置率|绿化率|处理率|处置率|响应率)$/u;

/** 负担: 显著提高, in words. */
const burden = /(?<!抗|防|御|控|化解|应对)(?:负担|隐患|风险|污染|压力|矛盾|损失|事故|投诉|差错)$/u;
const growing =
  /^(?:显著|明显|有效|逐步|持续|不断|大幅|进一步)?(?:提高|提升|增强|增加|增长|上升|加重|扩大)$/u;

function growsWorse(name: string, value: string): boolean {
  return burden.test(name) && growing.test(value.trim());
}

const mayBeBelow = /(?<!新)增|升|涨|结余|盈|收益|净|变化|变动|差额|温/u;

function betterOf(name: string): Unlikely["better"] | undefined {
  if (fallen.test(name)) return undefined;
  if (waiting.test(name)) return sooner.test(name) || offered.test(name) ? undefined : "less";
  if (fewer.test(name)) return averted.test(name) ? undefined : "less";
  return more.test(name) ? "more" : undefined;
}

/** Growth may be from 0 up, and so may what is left over. Of what is the better the less, ≤99.9% is no limit. */
export const targetAlwaysMet = rule("target-always-met", {
  number: 43,
  severity: "warning",
  about: {
    zh: "怎样都能达到的指标值（≥0，差错率≤99.9%）",
    en: "a target that anything meets (≥0, or ≤99.9 % of a rate of errors)",
  },
  says: { zh: "指标值“{value}”怎样都能达到", en: "Anything meets the target “{value}”" },
  todo: { zh: "请填写实际的目标，或核对符号。", en: "Write the real target, or check the sign." },
  indicator({ level3, value, printedValue, parsed }) {
    if (value === undefined || printedValue === undefined || parsed.kind !== "number") return;
    const name = bareName(level3?.text ?? "");
    const isAny =
      parsed.operator === "≥"
        ? compareDecimals(parsed.number, "0") === 0 && !mayBeBelow.test(name) && betterOf(name) !== "less"
        : parsed.operator === "≤" &&
          isPercent(parsed) &&
          Number(parsed.number) >= 90 &&
          betterOf(name) === "less";
    if (!isAny) return;
    return { at: value, found: printedValue.text, args: { value: printedValue.text } };
  },
});
