/** Mistakes of the kinds that were missed most, planted all at once: each department is checked one time. */
import type { Finding } from "../../catalogue/index.ts";
import type { Planted } from "./planted.ts";

type Change = readonly [from: string, to: string, code: Finding["code"]];

/** By file. The last department's rows repeat their project's cells, so all that are alike are replaced. */
export const plantedTogether: Readonly<
  Partial<Record<Planted["in"], Readonly<Record<string, readonly Change[]>>>>
> = {
  tiyu: {
    "projects.csv": [
      ["乡镇15处", "乡镇12处", "parts-not-sum-in-text"],
      ["每处8万元", "每处18万元", "prices-above-budget"],
      ["2026年10月底前完成全部安装", "2024年10月底前完成全部安装", "goal-of-another-year"],
      ["每人每天60元", "每人每天80元", "goal-figure-differs"],
    ],
    "indicators.csv": [
      ["举办的赛事,≥,14", "举办的赛事,≥,不少于14", "value-sign-twice"],
      ["每监测一人的费用,≤,77.5,元", "每监测一人的费用,≤,77.5,人", "name-unit-disagree"],
      ["2026年9月30日", "2026年11月31日", "date-impossible"],
    ],
    "department.json": [
      ["其中财政资金1236.7", "其中财政资金1263.7", "prose-money-differs"],
      ["2026年围绕", "2025年围绕", "prose-year-mismatch"],
    ],
  },
  chengguan: {
    "indicators.csv": [
      ["≥326人,", "≥32O人,", "value-letter-in-number"],
      ["2026年9月底前,计划标准", "2027年9月底前,计划标准", "date-outside-year"],
    ],
  },
  qixiang: {
    "projects.json": [
      ["24套作业装备进行年检", "42套作业装备进行年检", "goal-figure-differs"],
      ['"≤15分钟"', '"≤50分钟"', "goal-figure-differs"],
      ['预警信息公众覆盖率"', '预警信息公众复盖率"', "character-wrong"],
      ["作业装备进行年检，2月底前完成", "作业装备进行年检，12月底前完成", "goal-date-differs"],
      ["2025年—2027年", "2022年—2024年", "period-excludes-year"],
      ['"=420枚"', '"==420枚"', "value-sign-twice"],
    ],
  },
  nongji: {
    "goals.csv": [
      ["无人机飞防120人次", "无人机飞防210人次", "parts-not-sum-in-text"],
      ["补贴资金兑付及时率,", "补贴资金兑付及时律,", "character-wrong"],
      ["购机农户满意度", "购机农户满意渡", "character-wrong"],
      ["老旧农机报废更新,", "老旧农机报废更薪,", "character-wrong"],
      ["延续项目,2026年,6300000", "延续项目,2025年,6300000", "period-excludes-year"],
      ["≤,3,个工作日,服务承诺", "≤,3,个工作日,", "basis-blank-here-alone"],
      ["举办培训班期数,＝,12", "举办培训班期数,,12", "cell-blank-here-alone"],
    ],
  },
  dangan: {
    "list.tsv": [
      ["扫描馆藏纸质档案120万页，", "扫描馆藏纸质档案12万页，", "goal-figure-differs"],
      ["馆藏档案数字化加工\t", "馆藏档案数字化家工\t", "character-wrong"],
      ["查档群众满意度", "查档群众满义度", "character-wrong"],
      ["档案开放审核\t", "档案开放审合\t", "character-wrong"],
      ["\t18\t万条\t10\t达到目标值得满分，未达到的按比例扣分", "\t18\t万条\t10\t", "cell-blank-here-alone"],
      [
        "临浦区档案信息中心\t33011026A000000000075",
        "临浦区档案讯息中心\t33011026A000000000075",
        "unit-name-differs",
      ],
    ],
  },
  xiaofang: {
    "projects.csv": [
      ["15分钟内到达城区火场", "10分钟内到达城区火场", "goal-figure-differs"],
      ["62个行政村", "26个行政村", "goal-figure-differs"],
      ["每具维护费用700元", "每具维护费用900元", "goal-figure-differs"],
      ["8月底前完成交付", "10月底前完成交付", "goal-date-differs"],
      ["库木县消防救援大队,市政消火栓维护", "库木县消防救缓大队,市政消火栓维护", "unit-name-differs"],
    ],
    "indicators.csv": [
      ["印发宣传资料份数", "印发宣穿资料份数", "character-wrong"],
      ["年度考核合格率", "年度考核合格律", "character-wrong"],
      ["2025年11月28日", "2026年11月28日", "last-year-dated-this-year"],
      [",人员名册", ",", "cell-blank-here-alone"],
    ],
  },
};
