/** Mistakes planted one at a time in departments that have none, as a text of a file that is replaced by another. */
import type { Finding } from "../../catalogue/index.ts";
import type { Kind } from "./known-mistake.ts";

/** Folders of departments of which every rule is silent but for notes. */
export const cleanDepartments = [
  ...(["jiaoyu", "shuili", "weisheng", "wenlv", "jiaotong", "minzheng"] as const),
  ...(["nongye", "sifa", "tuiyi", "canlian", "zhujian", "yingji"] as const),
  ...(["ziran", "yibao", "shengtai", "shichang", "renshe", "lincao"] as const),
  ...(["qixiang", "nongji", "dangan", "xiaofang"] as const),
  ...(["tiyu", "chengguan", "tongji"] as const),
] as const;

export type Planted = {
  readonly kind: Kind;
  readonly in: (typeof cleanDepartments)[number];
  readonly file: string;
  /** Occurs in the file; the first is replaced. */
  readonly from: string;
  /** All are replaced, as rows repeat the cells of their project. */
  readonly everywhere?: true;
  readonly to: string;
} & (
  | {
      /** All new errors and warnings, or the note where nothing graver is due. */
      readonly codes: readonly Finding["code"][];
    }
  | { readonly missed: string }
);

type Change = readonly [from: string, to: string, ...codes: Finding["code"][]];

type Source = Pick<Planted, "in" | "file" | "everywhere">;

export function plant(kind: Kind, place: Source, changes: readonly Change[]): readonly Planted[] {
  return changes.map(([from, to, ...codes]) => ({ kind, ...place, from, to, codes }));
}

/** One that no rule finds, and why none can. */
export function miss(
  kind: Kind,
  place: Source,
  { from, to, why }: { readonly from: string; readonly to: string; readonly why: string },
): Planted {
  return { kind, ...place, from, to, missed: why };
}

const water = { in: "shuili", file: "projects.csv" } as const;
const waterIndicators = { in: "shuili", file: "indicators.csv" } as const;
const waterFile = { in: "shuili", file: "department.json" } as const;
const health = { in: "weisheng", file: "indicators.csv" } as const;
const schools = { in: "jiaoyu", file: "projects.json" } as const;

const relations: readonly Planted[] = [
  ...plant("relations", water, [
    [
      "1.衬砌支渠18.6公里，其中东灌片10.2公里、西灌片8.4公里。",
      "1.衬砌支渠16.8公里。",
      "goal-figure-differs",
    ],
    ["西灌片8.4公里", "西灌片9.4公里", "parts-not-sum-in-text"],
    ["改造渠系建筑物42座", "改造渠系建筑物24座", "goal-figure-differs"],
    ["2026年10月底前完成主体工程", "2026年8月底前完成主体工程", "goal-date-differs"],
    ["维护自动雨量站63处", "维护自动雨量站36处", "goal-figure-differs"],
    ["汛期设备完好率不低于98%", "汛期设备完好率不低于89%", "goal-figure-differs"],
    ["开展山洪灾害防御演练9场次", "开展山洪灾害防御演练19场次", "goal-figure-differs"],
    ["培训责任人540人次", "培训责任人450人次", "goal-figure-differs"],
    ["更换管网14.5公里", "更换管网15.4公里", "goal-figure-differs"],
    ["全年水质检测324次", "全年水质检测234次", "goal-figure-differs"],
    ["服务人口6.8万人", "安排预算资金163万元，服务人口6.8万人", "goal-money-differs"],
    ["完成小型水库大坝安全鉴定6座", "完成小型水库大坝安全鉴定8座", "goal-figure-differs"],
  ]),
  ...plant("relations", waterIndicators, [["≤,3.5,万元/座", "≤,5.3,万元/座", "prices-above-budget"]]),
  ...plant("relations", waterFile, [
    ["支渠衬砌18.6公里", "支渠衬砌16.8公里", "part-one-figure-differs"],
    ["村级河长780人次", "村级河长870人次", "parts-not-sum-in-text"],
    ["共安排4个预算项目", "共安排5个预算项目", "prose-project-count-differs"],
  ]),
  ...plant("relations", schools, [
    ["改造校舍面积3.2万平方米", "改造校舍面积2.3万平方米", "goal-figure-differs"],
    ["其中小学17所", "其中小学18所", "parts-not-sum-in-text"],
    ["暑期施工项目8月31日前完工", "暑期施工项目7月31日前完工", "goal-date-differs"],
    ["家庭经济困难学生4000人次", "家庭经济困难学生5000人次", "parts-not-sum-in-text"],
    ["发放准确率100%", "发放准确率98%", "goal-figure-differs"],
    ["培训教师2400人次", "培训教师2000人次", "goal-figure-differs"],
    ["≤175元/人次", "≤275元/人次", "prices-above-budget"],
  ]),
];
const time: readonly Planted[] = [
  ...plant("time", waterIndicators, [
    ["≤,2026年11月30日", "≤,2025年11月30日", "date-outside-year"],
    ["≤,2026年9月底", "≤,2027年9月底", "date-outside-year"],
    ["≤,2026年9月底", "≤,2026年9月31日", "date-impossible"],
  ]),
  ...plant("time", water, [
    ["1.维修集中供水工程27处", "1.2025年，维修集中供水工程27处", "goal-of-another-year"],
  ]),
  ...plant("time", waterFile, [
    ["2026年，全县水利工作", "2025年部门预算安排如下：全县水利工作", "prose-year-mismatch"],
  ]),
  ...plant("time", schools, [
    ["≥9.6万平方米", "≥2.6万平方米", "goal-figure-differs"],
    ["≥7200人次", "≥720人次", "mid-term-below-annual"],
    ["2026年5月31日前", "2025年5月31日前", "date-outside-year"],
    ["2026年—2028年", "2022年—2024年", "mid-term-range-excludes-year"],
  ]),
  ...plant("time", health, [["2026年12月20日前", "2024年12月20日前", "date-outside-year"]]),
];
const direction: readonly Planted[] = [
  ...plant("direction", health, [
    ["≤5分钟,行业标准,5分钟", "≥5分钟,行业标准,5分钟", "direction-unlikely"],
    ["≥90%,计划标准,91%", "≤90%,计划标准,91%", "direction-unlikely"],
    ["≥6800人,计划标准,6540人", "≥6800人,计划标准,6540人次", "last-year-in-another-unit"],
    ["≥24人,计划标准,22人", "≥24人,计划标准,62人", "worse-than-last-year"],
    ["≥90%,规划标准,89.3%", "≥60%,规划标准,89.3%", "worse-than-last-year"],
    ["≥8项,计划标准,7项", "≥0项,计划标准,7项", "target-always-met"],
    ["≥27%,规划标准,25.8%", "≥27%,规划标准,25.8分", "last-year-in-another-unit"],
  ]),
  ...plant("direction", waterIndicators, [
    ["故障修复时间,从报修到恢复的时间,≤", "故障修复时间,从报修到恢复的时间,≥", "direction-unlikely"],
    ["漏失水量占供水量的比例,≤", "漏失水量占供水量的比例,≥", "direction-unlikely"],
    [
      "供水水质达标率,达标水样占全部水样的比例,≥",
      "供水水质达标率,达标水样占全部水样的比例,≤",
      "direction-unlikely",
    ],
    ["受益的农村人口,≥,6.8", "受益的农村人口,≥,0", "target-always-met"],
  ]),
];
const others: readonly Planted[] = [
  ...plant("completeness", waterIndicators, [
    ["支渠衬砌长度,完成衬砌的支渠长度,≥,18.6", "支渠衬砌长度,完成衬砌的支渠长度,≥,**", "placeholder-left"],
    ["维修的供水工程,≥,27", "维修的供水工程,≥,", "unit-without-number"],
    ["主体工程完工时间,主体工程完工的时间", "主体工程完工时间,主体工程完工的时间，", "text-cut-short"],
  ]),
  ...plant("completeness", water, [
    ["供水水质达标率达到95%以上。", "供水水质达标率达到95%以上，", "text-cut-short"],
    ["用于小型水库大坝安全鉴定、勘测设计", "请填写资金用途", "placeholder-left"],
  ]),
  ...plant("completeness", schools, [
    [
      "1.举办各类培训班18期，培训教师2400人次，参训教师考核合格率95%以上。",
      "中小学教师培训",
      "goal-is-a-name",
    ],
    ["有效提升", "待填", "placeholder-left"],
  ]),
  ...plant("values", health, [
    ["≥64%", "≥164%", "rate-above-100"],
    ["≤36万元,预算支出标准", "≥36万元,预算支出标准", "cost-at-least"],
    ["≥85%,计划标准,86%", "≈85%,计划标准,86%", "satisfaction-approximate"],
    ["≤7.8天", "≤7..8天", "value-not-parsed"],
  ]),
  ...plant("values", waterIndicators, [
    ["≥,540,人次", "≥,540,%", "name-unit-disagree"],
    ["＝,100,%", "＝,1OO,%", "value-letter-in-number"],
    ["=,12,处", "=,#REF!,处", "spreadsheet-error"],
  ]),
  ...plant("levels", waterIndicators, [
    ["产出指标,时效指标,故障修复时间", "产出指标,数量指标,故障修复时间", "level3-elsewhere"],
    ["效益指标,社会效益指标,受益人口", "效益指标,社会效益指标,社会效意", "level3-is-a-level"],
    ["产出指标,质量指标,供水水质达标率", "产出指标,数量指标,供水水质达标率", "quantity-not-a-count"],
    ["效益指标,生态效益指标,管网漏损率", "产出指标,生态效益指标,管网漏损率", "level2-misplaced"],
  ]),
  ...plant("money", water, [
    ["8,000,000.00", "8,100,000.00", "total-not-sum"],
    ['"426,000.00","426,000.00"', '"436,000.00","436,000.00"', "prose-money-differs"],
    ["80%,100%", "80%,90%", "hebei/schedule-not-complete"],
  ]),
  ...plant("money", health, [["≤22万元", "≤32万元", "cost-above-budget"]]),
  ...plant("wording", waterFile, [
    ["专款专用", "专款专用，联系人：王建国，电话：13812341234", "mobile-number", "personal-name"],
    ["专款专用", "专款专用，卡号6222021234567890128", "bank-card"],
    ["专款专用", "专款专用，电话：0310-8123456", "phone-number"],
    ["自评。", "自评自评。", "word-doubled"],
    ["加强资金监管，专款专用", "加强资金监管，，专款专用", "punctuation-repeated"],
    ["合同管理制，", "合同管理制（试行，", "brackets-unmatched"],
  ]),
];

export const planted: readonly Planted[] = [...relations, ...time, ...direction, ...others];
