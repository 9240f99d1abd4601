/** Cases of the rules on wording. The numbers of persons are made up. */
import { firstIndicator, oneProject, type RuleCase } from "./rule-case.ts";

const goal = (text: string) => oneProject({ annual: [text] });

const stops = Array.from({ length: 12 }, (_, index) => `${index + 1}.完成第${index + 1}项，做好维护。`);

export const textCases = {
  "placeholder-left": {
    fires: [
      { in: oneProject({ annual: ["目标1：（简要描述，不超过100字）"] }), at: "2 goals.annual" },
      { in: firstIndicator({ level3: "……" }), at: "2 indicator.level3", says: "“……”" },
      { in: firstIndicator({ level3: "**活动次数" }), at: "2 indicator.level3" },
      { in: goal("请填写绩效目标"), at: "2 goals.annual" },
      {
        in: oneProject({ midTermRange: "20××年—20××+n年" }),
        at: "2 project.midTermRange",
        found: "20××年—20××+n年",
      },
      { in: goal("为XX县提供服务"), at: "2 goals.annual" },
      { in: goal("服务对象：待填"), at: "2 goals.annual" },
      { in: goal("{项目名称}顺利实施"), at: "2 goals.annual" },
      { in: goal("简述目标（300字以内）"), at: "2 goals.annual" },
      { in: goal("<p>保障运行</p>"), at: "2 goals.annual", also: [], says: "<p>…</p>" },
      {
        in: oneProject({ annual: ["<p>保障运行；", "提高效率。</p>"] }),
        at: "2 goals.annual",
        also: ["2 goals.annual"],
      },
      { in: goal("完成____项任务"), at: "2 goals.annual" },
      { in: goal("新建≥N座"), at: "2 goals.annual" },
      { in: firstIndicator({ value: "N" }), at: "2 indicator.value", found: "N" },
      { in: goal("保障运行（填写说明：写明当年目标）"), at: "2 goals.annual" },
      { in: { overall: ["保障××区医疗需求。"] }, at: "department.json" },
    ],
    silent: [
      goal("请填写完整后再提交；3*4米。"),
      goal("加强对待定点医药机构的管理"),
      goal("购置XXL号防护服，面积3×4米"),
      goal("等待检查时间<30分钟"),
      goal("氮≥NOx限值，文件data__1.csv，（说明：写明当年目标）"),
      oneProject({ period: "2023年—2025年" }),
    ],
  },
  "character-wrong": {
    fires: [
      { in: goal("工程验收合各率达到100%"), at: "2 goals.annual", says: "“合各率”应为“合格率”" },
      { in: firstIndicator({ level3: "技能证书取证律" }), at: "2 indicator.level3", says: "“律”应为“率”" },
      { in: goal("按时出据检测报告，更换物资诸备箱"), at: "2 goals.annual", says: "“出据”应为“出具”" },
      { in: { overall: ["为优扶对象发放补助。"] }, at: "department.json", says: "“优抚" },
      { in: goal("减少土壤流矢量，修膳校舍"), at: "2 goals.annual" },
      { in: goal("项目按期俊工验收"), at: "2 goals.annual", says: "“俊工”应为“竣工”" },
      { in: goal("应对气侯变化"), at: "2 goals.annual", says: "“气侯”应为“气候”" },
      { in: goal("改造侯诊大厅"), at: "2 goals.annual", says: "“侯诊”应为“候诊”" },
    ],
    silent: [
      goal("符合各项要求，支出据实列支，择优扶持家庭农场，择优扶强"),
      goal("合格律师人数；反复盖章、修复盖板；告知效率、调整概率"),
      goal("查处森林放火案件，改造云岭渡假村，防暴枪修理，召开档案馆理事会会议"),
      goal("分布署名；按装备数量配发；群众满意独立评价；引用水源"),
      goal("台账薄弱环节整改；核验出租凭证；消防讯息报送；管网新建没有延期；形势严峻工作繁重"),
      goal("喷灌概算编制；全民健康覆盖；抽检侧重食品；开展揽收检查；调蓄牧区用水；文综和理综"),
      goal("骨折迁延患者；部分岐黄学者；新建没收物品仓库；在编缉毒警员；编制方案时完成踏勘；档案馆理论学习"),
      goal("王俊工伤认定；天然气侯马站；乡镇侯诊所；支出据审计意见调整；干燥音像档案；承租凭证件办理"),
      goal(
        "副市长监管职责；企业负责人事故警示；首饰品安全抽检；民生实事方案；义乌教育局；卫生间康复扶手；前瞻养老研究",
      ),
      firstIndicator({ level3: "学校钢琴调律" }),
      firstIndicator({ level3: "古琴十二平均律" }),
      goal("究竟争取多少；一贯策略；答辩认定；歌颂发展；大幅射程；开采构造；医务教育；设备机时率"),
      firstIndicator({ level3: "教学规律" }),
      firstIndicator({ level3: "监测住院患者心律" }),
      firstIndicator({ level3: "落实中央八项铁律" }),
    ],
  },
  "character-unlike-others": {
    fires: [
      {
        in: {
          overall: ["保障云平台。", "数据存入云平台。"],
          projects: [{ annual: ["数据迁移到云平抬。"] }],
        },
        at: "2 goals.annual",
        says: "“云平抬”像是“云平台”之误，别处有 2 处",
      },
    ],
    silent: [
      { overall: ["李家村安装监测设备。", "黎家村安装检测设备。", "李家村改造。", "监测设备检修。"] },
      { projects: ["农机站", "农机站", "农技站"].map((unit) => ({ unit })) },
      { overall: ["省级改造资金。", "升级改造设施。", "升级改造校舍。"] },
    ],
  },
  "word-doubled": {
    fires: [
      { in: goal("3.群众满意度度"), at: "2 goals.annual" },
      { in: { overall: ["提出提高资金使用效益的意见意见。"] }, at: "department.json" },
      { in: goal("增加增加参保人数"), at: "2 goals.annual" },
      { in: goal("意见意见意见"), at: "2 goals.annual", says: "“意见意见意见”" },
      { in: goal("验收合格率率达到100%"), at: "2 goals.annual", says: "“合格率率”" },
      { in: goal("开展全覆盖全覆盖检查"), at: "2 goals.annual", says: "“全覆盖全覆盖”" },
      { in: goal("提高资金资金使用效益"), at: "2 goals.annual" },
      { in: goal("改造哈密市哈密市场，群众意见意见"), at: "2 goals.annual", says: "“意见意见”" },
    ],
    silent: [
      goal("倡导人人普法、人人守法，达到预期的目的的确不易"),
      goal("一个一个落实，实实在在推进，多多益善"),
      goal("定期研究研究、讨论讨论"),
      goal("1月1月报"),
      goal("高标准标准化建设，缴纳医疗保险保险费"),
      goal("二〇二六二〇二六"),
      goal("汇率率先放开，本年度度假区建成"),
      goal("改造哈密市哈密市场，召开委员会委员会议，办公室办公室主任参加"),
      goal("办理县人大人大代表建议，召开领导小组小组会议，支持新华社区社区工作者"),
      goal("完成固定资产资产评估、2026年度年度考核，缴纳医疗保险医疗保险费"),
    ],
  },
  "identity-number": {
    fires: [
      { in: goal("联系人身份证11010519491231002X"), at: "2 goals.annual", found: "110***********002X" },
    ],
    silent: [
      goal("合同编号110105194912310021"),
      oneProject({ code: "110105194912310020021" }),
      goal("X11010519491231002X"),
    ],
  },
  "bank-card": {
    fires: [
      { in: goal("开户行卡号6222021234567890128"), at: "2 goals.annual", found: "622************0128" },
      { in: goal("卡号：6222 0212 3456 7890 128"), at: "2 goals.annual" },
    ],
    silent: [
      goal("卡号6222021234567890127"),
      goal("合同编号6222021234567890128"),
      goal("设备编码X6222021234567890128"),
      oneProject({ code: "622202123456789012800" }),
    ],
  },
  "mobile-number": {
    fires: [
      { in: oneProject({ lead: "张三 13800001234" }), at: "2 project.lead", found: "138****1234" },
      { in: goal("联系138-0000-1234"), at: "2 goals.annual", found: "138****1234" },
    ],
    silent: [
      goal("支付13800001234元"),
      goal("账号6213800001234567"),
      goal("支付13800001234.50"),
      goal("减排180 0000 0000 吨、发电13800001234千瓦时"),
      firstIndicator({ value: "13800001234", unit: "次" }),
    ],
  },
  "phone-number": {
    fires: [{ in: goal("咨询电话0335-4041234"), at: "2 goals.annual", found: "0335-4041234" }],
    silent: [goal("拨打12345、12393热线"), goal("2022-20230101期")],
  },
  "text-too-long": {
    fires: [
      { in: oneProject({ name: "项".repeat(181) }), at: "2 project.name" },
      { in: oneProject({ annual: ["目".repeat(1500), "标".repeat(501)] }), at: "2 goals.annual" },
      { in: firstIndicator({ value: "值".repeat(201) }), at: "2 indicator.value" },
    ],
    silent: [oneProject({ name: "项".repeat(180) }), goal("目".repeat(2000))],
  },
  "halfwidth-here-alone": {
    fires: [
      {
        in: oneProject({ annual: [...stops, "保障运行,提高效率."] }),
        at: "2 goals.annual",
        says: "半角标点“,”",
      },
    ],
    silent: [
      oneProject({ annual: stops }),
      oneProject({ annual: [...stops, "保障运行,提高效率。", "巡检,维护。"] }),
      oneProject({ annual: ["保障运行,提高效率。"] }),
    ],
  },
  "halfwidth-punctuation": {
    fires: [
      {
        in: oneProject({ annual: ["保障运行,提高效率;", "正常."] }),
        at: "2 goals.annual",
        also: ["2 goals.annual"],
      },
      { in: { overall: ["贯彻政策,组织实施。"] }, at: "department.json" },
    ],
    silent: [goal("支付3,600元，4:30前，ABC,DEF"), goal("1.保障运行，2.5万元"), goal("(本级)等单位")],
  },
  "document-number-brackets": {
    fires: [
      { in: goal("按巴财社[2022]105号执行"), at: "2 goals.annual", found: "按巴财社[2022]105号执行" },
      {
        in: goal("按财社(2025)88号执行"),
        at: "2 goals.annual",
        found: "按财社(2025)88号执行",
        says: "〔2025〕88号",
      },
    ],
    silent: [
      goal("按巴财社〔2022〕105号执行"),
      goal("见[2022]年度第5号楼"),
      goal("[2022年]5号"),
      goal("续建(2022)5号楼"),
    ],
  },
  "fullwidth-comma-in-number": {
    fires: [
      { in: goal("安排3，600元"), at: "2 goals.annual", found: "3，600" },
      { in: goal("修缮建筑1，860平方米"), at: "2 goals.annual", found: "1，860" },
      { in: firstIndicator({ value: "1，200" }), at: "2 indicator.value", found: "1，200" },
    ],
    silent: [
      goal("3,600元"),
      goal("目标1，200人参加"),
      goal("标段1，300米"),
      goal("片区1，350亩；片区2，280亩"),
      goal("培训100，200人参加"),
      goal("2021，2022年"),
    ],
  },
  "brackets-unmatched": {
    fires: [
      { in: goal("维护（含备件，全年"), at: "2 goals.annual", found: "维护（含备件，全年" },
      { in: goal("维护）全年"), at: "2 goals.annual" },
      { in: goal("项目经理（负责人李四到岗"), at: "2 goals.annual" },
      { in: goal("1）甲（乙；2）丙"), at: "2 goals.annual" },
      { in: goal("“一站式服务"), at: "2 goals.annual" },
      { in: goal("（".repeat(30_000)), at: "2 goals.annual" },
    ],
    silent: [
      goal("维护（含备件)全年，《办法》〔2022〕5号“一站式”"),
      goal("1）甲；2）乙；（3）丙；a)丁"),
      oneProject({ annual: ["分三步（一是甲；", "二是乙）。"] }),
      goal("项目经理（负责人李四）到岗，落实（十三五）规划、（见附件1）、（附表a）"),
      goal("（负责人李四）工作包括1）甲2）乙；检查（含1）丙；2）丁）"),
    ],
  },
  "bracket-halves-differ": {
    fires: [
      { in: goal("维护(含备件）全年"), at: "2 goals.annual", says: "“(含备件）”" },
      { in: goal("维护（含备件)全年"), at: "2 goals.annual" },
    ],
    silent: [goal("维护（含备件）全年，采购(含安装)"), goal("1）甲；2)乙"), goal("f(x）")],
  },
  "punctuation-repeated": {
    fires: [{ in: goal("参保人数0人,。"), at: "2 goals.annual" }],
    silent: [goal("甲、乙……丙。”丁"), goal("见http://a.cn"), goal("甲（乙。），丙")],
  },
  "personal-name": {
    fires: [{ in: goal("联系人：张晓明"), at: "2 goals.annual", found: "张**" }],
    silent: [
      oneProject({ lead: "张晓明" }),
      goal("负责人：市医疗保障局"),
      goal("负责人：高级工程师"),
      goal("联系人：金融科、负责人：高级、中级职称人员"),
      goal("联系人：王府井街道办事处"),
    ],
  },
  "classified-marking": {
    fires: [
      { in: goal("机密★三年"), at: "2 goals.annual" },
      { in: oneProject({ name: "设备购置（涉密）" }), at: "2 project.name" },
      { in: { overall: ["内部资料，注意保存"] }, at: "department.json" },
    ],
    silent: [
      goal("保守国家秘密和商业秘密"),
      goal("开展内部审计，加强内部控制（内部）监督，购置软件（内部使用）"),
    ],
  },
  "marked-not-public": {
    fires: [
      { in: oneProject({ attribute: "不公开" }), at: "2 project.attribute" },
      { in: oneProject({ name: "设备购置（不公开）" }), at: "2 project.name" },
    ],
    silent: [goal("推进信息公开，不公开的说明理由"), oneProject({ attribute: "延续项目" })],
  },
} satisfies Record<string, RuleCase>;
