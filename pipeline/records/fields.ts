/**
 * The table of fields: everything that a department's data can say, one row a field. Headers, JSON keys and schemas,
 * change lists, checks, templates and explanations read it; a new field costs a row here and the template that prints it.
 */
import type { Language } from "../diagnostics/index.ts";

/** `lines`: a text of several lines; `word`: one of few, such as a level or an operator; `setting`: is never printed. */
export type FieldKind =
  | "text"
  | "lines"
  | "word"
  | "code"
  | "number"
  | "year"
  | "date"
  | "money"
  | "share"
  | "setting";

export type Field = {
  readonly kind: FieldKind;
  /** What officers call it. In Chinese, a form's own label takes precedence. */
  readonly label: Readonly<Record<Language, string>>;
  /** Its Chinese key in JSON. */
  readonly key: string;
  /** Column headers, as many provinces write them. If two columns match one field, the earlier spelling is read. */
  readonly spellings: readonly string[];
  /** What a system's codes stand for in a column that is called by one of these names. */
  readonly codes: CodedNames;
  /** The fact of the department that is printed if this is blank; otherwise a blank prints nothing, or a hole in a draft. */
  readonly blank: "year" | undefined;
};

/** By the name of a column, what each of its codes means. */
export type CodedNames = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * `zh` is the Chinese label if that is not the first spelling, `key` the Chinese key if that is not the label. Names in
 * capitals are those of the national data standard of budget systems, as the tables and pages of such systems show them;
 * `likely` are those that follow from the standard's habits and were seen nowhere, and the first letters of the pinyin
 * of each syllable, as many systems name their columns (XMMC, YJZBMC).
 */
type Row = {
  readonly kind: FieldKind;
  readonly zh?: string;
  readonly en: string;
  readonly key?: string;
  readonly blank?: "year";
  readonly spellings?: readonly string[];
  readonly likely?: readonly string[];
  readonly codes?: CodedNames;
};

const table = {
  "department.name": { kind: "text", zh: "部门名称", en: "department" },
  "department.unitCode": { kind: "code", zh: "单位编码", en: "unit code" },
  "department.unitName": { kind: "text", zh: "单位名称", en: "unit name" },
  "department.year": { kind: "year", zh: "年度", en: "year" },
  "department.title": { kind: "text", zh: "标题", en: "title" },
  "department.form": { kind: "setting", zh: "表式", en: "form" },
  "department.moneyUnit": { kind: "setting", zh: "金额单位", en: "unit of money" },
  "department.overall": { kind: "lines", zh: "总体绩效目标", en: "overall goals" },
  "department.subGoals": { kind: "lines", zh: "分项绩效目标", en: "itemised goals" },
  "department.safeguards": { kind: "lines", zh: "工作保障措施", en: "safeguards" },
  "department.sources": { kind: "setting", zh: "文件", en: "files" },
  "department.hidden": { kind: "setting", zh: "隐藏行列", en: "hidden rows and columns" },
  "department.keptRows": { kind: "setting", zh: "保留行", en: "rows kept as projects" },
  "department.omittedRows": { kind: "setting", zh: "略去行", en: "records left out" },
  "department.aliases": { kind: "setting", zh: "列名", en: "column names" },
  "department.values": { kind: "setting", zh: "取值", en: "meanings of values" },
  "department.budgetTotal": { kind: "money", zh: "预算合计", en: "stated budget total" },
  "department.rules": { kind: "setting", zh: "规则", en: "rules" },
  "department.ignored": { kind: "setting", zh: "忽略", en: "findings that are ignored" },
  "department.public": { kind: "setting", zh: "公开稿", en: "edition to be published" },
  "department.twoSided": { kind: "setting", zh: "双面", en: "two-sided printing" },
  "department.styles": { kind: "setting", zh: "样式", en: "styles" },

  "subGoal.order": { kind: "number", zh: "序号", en: "number" },
  "subGoal.name": { kind: "text", zh: "名称", en: "name" },
  "subGoal.goals": { kind: "lines", zh: "绩效目标", en: "goals" },

  "project.code": {
    kind: "code",
    en: "project code",
    spellings: ["项目编码", "项目代码", "项目编号", "PRO_CODE", "二级项目编码", "二级项目代码"],
    likely: ["XMBM", "XMDM", "XMBH", "projectCode", "projectNo"],
  },
  "project.name": {
    kind: "text",
    en: "project name",
    spellings: [
      "项目名称",
      "政策名称",
      "名称",
      "PRO_NAME",
      "二级项目名称",
      "支出项目名称",
      "预算项目名称",
      "项目支出名称",
    ],
    likely: ["XMMC", "projectName"],
  },
  "project.unit": {
    kind: "text",
    en: "unit",
    spellings: [
      "预算单位",
      "实施单位",
      "项目实施单位",
      "项目单位",
      "项目执行单位",
      "填报单位",
      "单位名称",
      "单位",
      "AGENCY_NAME",
      ...["单位编码及名称", "单位代码及名称", "预算单位编码及名称", "预算单位代码及名称"],
    ],
    likely: ["DWMC", "YSDW", "YSDWMC", "SBDW", "SSDW", "unitName", "orgName"],
  },
  "project.unitCode": {
    kind: "code",
    en: "unit code",
    spellings: ["单位编码", "预算单位编码", "单位代码", "AGENCY_CODE"],
    likely: ["DWBM", "DWDM", "YSDWBM", "orgCode"],
  },
  "project.department": {
    kind: "text",
    en: "department in charge",
    spellings: [
      "主管部门",
      "主管部门及代码",
      "主管预算部门",
      "项目主管部门",
      "部门名称",
      "部门(单位)名称",
      "DEPT_NAME",
    ],
    likely: ["ZGBM", "ZGBMMC", "departmentName"],
  },
  "project.year": {
    kind: "year",
    en: "year",
    blank: "year",
    spellings: ["年度", "预算年度", "年份", "FISCAL_YEAR"],
    likely: ["YSND", "ND", "budgetYear"],
  },
  "project.annex": { kind: "text", en: "annex number", spellings: ["附件号"] },
  "project.order": { kind: "number", en: "number in the export", spellings: ["序号"] },
  "project.purpose": {
    kind: "text",
    en: "purpose",
    spellings: ["资金用途", "预算规模及资金用途", "项目概况", "项目概述"],
    likely: ["PRO_DESC", "ZJYT", "XMGK", "XMMS"],
  },
  "project.attribute": {
    kind: "text",
    en: "kind of project",
    spellings: ["项目属性", "项目性质", "项目类型"],
    likely: ["XMSX", "XMXZ", "XMLX"],
  },
  "project.period": {
    kind: "text",
    en: "project period",
    spellings: ["项目期", "项目期限", "起止时间", "项目日期"],
    likely: ["XMQX"],
  },
  "project.lead": {
    kind: "text",
    en: "person in charge",
    spellings: ["项目负责人", "联系人"],
    likely: ["XMFZR"],
  },
  "project.disclosure": {
    kind: "word",
    en: "whether it may be published",
    spellings: [
      ...["是否公开", "是否可公开", "是否可以公开", "是否予以公开", "是否对外公开", "是否主动公开"],
      ...["公开属性", "公开方式", "公开形式", "公开情况", "公开类型", "信息公开属性"],
    ],
    likely: ["SFGK", "GKSX", "isPublic"],
  },
  "project.secrecy": {
    kind: "word",
    en: "whether it is secret",
    spellings: [
      ...["是否涉密", "是否涉密项目", "是否为涉密项目", "涉密", "涉密项目", "涉密标识"],
      ...["不予公开", "是否不予公开", "不公开", "是否不公开"],
    ],
    likely: ["SFSM", "isSecret"],
  },
  "project.midTermRange": { kind: "text", en: "range of the mid-term goals", spellings: ["中期目标起止"] },

  "budget.total": {
    kind: "money",
    en: "budget total",
    key: "资金总额",
    spellings: [
      "预算数",
      "年度资金总额",
      "年度资金申请总额",
      "年度预算总额",
      "预算总额",
      "项目预算总额",
      "项目资金总额",
      "资金总额",
      "合计",
      "项目当年预算",
      "预算金额",
      "SUMAMT",
    ],
    likely: ["YSS", "YSJE", "XMJE", "ZJZE", "NDZJZE", "budgetAmount", "totalBudget", "totalAmount"],
  },
  "budget.fiscal": {
    kind: "money",
    en: "fiscal funds",
    key: "财政拨款",
    spellings: ["财政资金", "财政拨款", "当年财政拨款", "本年财政拨款", "一般公共预算拨款", "FINAMT"],
    likely: ["CZBK", "CZZJ", "fiscalAmount"],
  },
  "budget.other": {
    kind: "money",
    en: "other funds",
    spellings: ["其他资金", "单位资金", "单位自筹", "自筹资金", "自有资金", "财政专户管理资金", "OTHERAMT"],
    likely: ["QTZJ", "otherAmount"],
  },
  "midTermBudget.total": {
    kind: "money",
    en: "mid-term budget total",
    key: "资金总额",
    spellings: ["中期资金总额", "实施期资金总额"],
  },
  "midTermBudget.fiscal": { kind: "money", zh: "中期财政资金", en: "mid-term fiscal funds", key: "财政拨款" },
  "midTermBudget.other": { kind: "money", zh: "中期其他资金", en: "mid-term other funds", key: "其他资金" },

  "goals.annual": {
    kind: "lines",
    zh: "年度绩效目标",
    en: "annual goals",
    key: "年度",
    spellings: [
      "绩效目标",
      "年度目标",
      "年度总体目标",
      "年度绩效目标",
      "项目总体目标",
      "预期目标",
      "KPI_TARGET",
      "NDGOAL",
    ],
    likely: ["JXMB", "NDMB", "NDJXMB", "annualGoal", "performanceGoal"],
  },
  "goals.midTerm": {
    kind: "lines",
    zh: "中期绩效目标",
    en: "mid-term goals",
    key: "中期",
    spellings: ["中期目标", "实施期目标", "长期目标", "中期绩效目标", "项目总目标", "ZQGOAL"],
    likely: ["ZQMB", "ZQJXMB", "SSQMB", "midTermGoal"],
  },

  "indicator.level1": {
    kind: "word",
    en: "level 1",
    spellings: [
      ...["一级指标", "一级绩效指标", "一级指标名称", "一级绩效指标名称", "一级指标类型", "一级"],
      ...["LV1_PERF_IND_NAME", "FINDEXNAME", "KPI_LV1"],
    ],
    likely: ["LV1_PERF_IND", "YJZB", "YJZBMC", "firstLevelIndicator", "level1Name", "level1Indicator"],
  },
  "indicator.level2": {
    kind: "word",
    en: "level 2",
    spellings: [
      ...["二级指标", "二级绩效指标", "二级指标名称", "二级绩效指标名称", "层次分类"],
      ...["二级指标类型", "二级"],
      ...["LV2_PERF_IND_NAME", "KPI_LV2"],
    ],
    likely: [
      "SINDEXNAME",
      "LV2_PERF_IND",
      "EJZB",
      "EJZBMC",
      "secondLevelIndicator",
      "level2Name",
      "level2Indicator",
    ],
  },
  "indicator.level3": {
    kind: "text",
    en: "level 3",
    spellings: [
      ...["三级指标", "三级指标名称", "三级绩效指标名称", "指标名称", "LV3_PERF_IND_NAME", "KPI_LV3"],
      ...["指标内容", "KPI_CONTENT", "三级", "具体指标", "具体指标名称"],
    ],
    likely: [
      "三级绩效指标",
      "TINDEXNAME",
      "LV3_PERF_IND",
      "SJZB",
      "SJZBMC",
      "ZBMC",
      "thirdLevelIndicator",
      "level3Name",
      "level3Indicator",
      "indicatorName",
    ],
  },
  "indicator.description": {
    kind: "text",
    en: "description",
    spellings: ["绩效指标描述", "绩效指标说明", "指标解释", "备注(指标解释等)"],
  },
  "indicator.operator": {
    kind: "word",
    en: "operator",
    spellings: ["指标符号", "符号", "计算符号", "COMPUTESIGN"],
    likely: ["ZBFH", "JSFH"],
  },
  "indicator.value": {
    kind: "text",
    en: "value",
    spellings: [
      ...["指标值", "值", "目标值", "年度指标值", "年度目标值", "预期当年实现值"],
      ...["指标值及单位", "指标值及计量单位", "目标值及单位", "指标目标值", "数值", "数值及单位"],
      ...["KPI_VAL", "INDEXVAL"],
    ],
    likely: ["绩效指标值", "ZBZ", "NDZBZ", "MBZ", "indicatorValue", "targetValue"],
  },
  "indicator.unit": {
    kind: "word",
    en: "measuring unit",
    spellings: ["计量单位", "度量单位", "指标度量单位", "指标单位", "指标计量单位", "METERUNIT"],
    likely: ["JLDW", "DLDW", "measureUnit"],
  },
  "indicator.basis": {
    kind: "text",
    en: "basis",
    spellings: ["指标值确定依据", "指标值设置依据", "指标值设定依据", "绩效标准"],
  },
  "indicator.weight": {
    kind: "number",
    en: "weight",
    spellings: ["权重", "分值", "指标分值权重", "指标权重", "指标分值", "权重设定值", "IND_WEIGHT"],
    likely: ["ZBQZ", "QZ", "FZ", "indicatorWeight"],
  },
  "indicator.scoringRule": {
    kind: "text",
    zh: "赋分规则",
    en: "scoring rule",
    key: "指标赋分规则",
    spellings: ["指标赋分规则", "赋分原则", "赋值规则", "评分标准", "评(扣)分标准", "KPI_EVALSTD"],
    likely: ["PFBZ"],
  },
  "indicator.lastYear": {
    kind: "text",
    en: "last year's value",
    spellings: ["上年完成值", "上年指标值", "上年度实际水平", "历史指标值"],
    likely: ["SNWCZ"],
  },
  "indicator.evidence": {
    kind: "text",
    en: "evidence",
    spellings: ["佐证资料", "佐证资料要求"],
    likely: ["ZZZL"],
  },
  "indicator.horizon": {
    kind: "word",
    en: "horizon",
    spellings: ["期限", "目标类型", "绩效目标类型", "中长期标识", "YEARFLAG", "PERF_OBJ_TYPE_NAME"],
    codes: { YEARFLAG: { "1": "中期", "0": "年度" }, 中长期标识: { "1": "中期", "0": "年度" } },
  },
} as const satisfies Readonly<Record<string, Row>>;

type TableName = keyof typeof table;
type NameIn<Scope extends string, Name = TableName> = Name extends `${Scope}.${infer Local}` ? Local : never;

export type DepartmentField = NameIn<"department">;
export type ProjectTextField = NameIn<"project">;
export type MoneyField = NameIn<"budget">;
export type IndicatorField = Exclude<NameIn<"indicator">, "horizon">;

/** What every form can list of a project. */
export type SharedField = Exclude<TableName, `department.${string}` | `subGoal.${string}`>;

export const fields = asFields(table);
const rows: ReadonlyMap<string, Field> = new Map(Object.entries(fields));

export const projectTextFields = namesIn("project");
export const moneyFields = namesIn("budget");
export const indicatorFields = namesIn("indicator").filter((name) => name !== "horizon");

/** Undefined for a field that a form names itself. */
export function rowOf(field: string): Field | undefined {
  return rows.get(field);
}

/** The fields of a scope with the Chinese keys that they have in JSON. */
export function keysIn<Scope extends string>(scope: Scope): Readonly<Record<NameIn<Scope>, string>> {
  const keys = rowsIn(scope).map(([name, { key }]) => [name, key]);
  // One entry for each name of the scope, which Object.fromEntries forgets.
  return Object.fromEntries(keys) as Record<NameIn<Scope>, string>;
}

/** The parts of a project that JSON keeps in objects of their own. */
export const sectionNames = ["budget", "midTermBudget", "goals", "indicators"] as const;
export type SectionName = (typeof sectionNames)[number];

/** Their Chinese keys; the first is the published one. */
export const sectionKeys: Readonly<Record<SectionName, readonly [string, ...string[]]>> = {
  budget: ["年度资金", "年度预算", "项目资金", "资金", "预算"],
  midTermBudget: ["中期资金", "实施期资金", "中期预算"],
  goals: ["绩效目标", "目标", "总体目标"],
  indicators: ["绩效指标", "指标"],
};

function asFields<Name extends string>(rows: Readonly<Record<Name, Row>>): Readonly<Record<Name, Field>> {
  const entries = Object.entries<Row>(rows).map(([name, row]): readonly [string, Field] => {
    const { kind, en, blank, codes = {} } = row;
    const spellings = [...(row.spellings ?? []), ...(row.likely ?? [])];
    const zh = row.zh ?? spellings[0] ?? name;
    return [name, { kind, label: { zh, en }, key: row.key ?? zh, spellings, codes, blank }];
  });
  // One field for each row, which Object.fromEntries forgets.
  return Object.fromEntries(entries) as Record<Name, Field>;
}

function namesIn<Scope extends string>(scope: Scope): readonly NameIn<Scope>[] {
  // Only names of the scope, which taking a text apart forgets.
  return rowsIn(scope).map(([name]) => name) as readonly string[] as readonly NameIn<Scope>[];
}

function rowsIn(scope: string): readonly (readonly [string, Field])[] {
  const prefix = `${scope}.`;
  return Object.entries<Field>(fields).flatMap(([name, field]) =>
    name.startsWith(prefix) ? [[name.slice(prefix.length), field] as const] : [],
  );
}

export function isSharedField(name: string): name is SharedField {
  return isInTable(name) && !/^(?:department|subGoal)\./u.test(name);
}

function isInTable(name: string): name is TableName {
  return Object.hasOwn(table, name);
}
