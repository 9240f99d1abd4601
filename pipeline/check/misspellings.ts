/** A text → the first word in it that is written with a wrong character and can mean nothing else. */
import { typedFor } from "./typed-for.ts";

export type Misspelling = { readonly wrong: string; readonly right: string; readonly index: number };

/**
 * `certainly`: none that is sound in some texts, as there may be more such texts than are known. Of each character that may
 * begin one only few do.
 */
export function misspellingIn(
  text: string,
  { certainly = false }: { readonly certainly?: boolean } = {},
): Misspelling | undefined {
  known ??= openTable();
  const { begins, byWrong, sound, doubtful } = known;
  let found: Misspelling | undefined;
  for (let index = 0; index + 1 < text.length && found === undefined; index += 1) {
    if (begins[text.charCodeAt(index)] !== 1) continue;
    for (let length = shortest; length <= longest; length += 1) {
      const wrong = text.slice(index, index + length);
      const right = wrong.length === length ? byWrong.get(wrong) : undefined;
      if (right === undefined || mayBeginAnother({ wrong, right }, text.charAt(index + length))) continue;
      if (certainly ? doubtful.has(wrong) : isSound(wrong, { text, index, sound })) continue;
      found = { wrong, right, index };
      break;
    }
  }
  const fixed = fixedIn(text);
  return fixed === undefined || (found && found.index <= fixed.index) ? found : fixed;
}

/** The last character of a long word may begin the next: 合格律 of 合格律师. The pairs are wrong before anything. */
function mayBeginAnother({ wrong, right }: Pick<Misspelling, "wrong" | "right">, next: string): boolean {
  return right.length > 2 && wrong.at(-1) !== right.at(-1) && /\p{Script=Han}/u.test(next);
}

/** Whether it stands there in a text that is right. */
function isSound(
  wrong: string,
  { text, index, sound }: { readonly text: string; readonly index: number; readonly sound: Table["sound"] },
): boolean {
  return sound.some((right) => {
    const within = right.indexOf(wrong);
    return within >= 0 && within <= index && text.startsWith(right, index - within);
  });
}

/** What goals and indicators are made of. Nothing else sounds like one of these, but for `sound`. */
const words = `
满意度 合格率 覆盖率 覆盖面 及时率 完成率 知晓率 达标率 完好率 到位率 准确率 参与率 就业率 入学率 成活率 利用率 执行率
处置率 整改率 办结率 通过率 发放率 兑现率 巩固率 普及率 机械化 信息化 数字化 规范化 标准化 现代化 常态化 残疾人
退役军人 优抚对象 个体工商户 水土流失 专项资金 财政拨款 基础设施 持续影响 服务对象 绩效目标
绩效指标 政府采购 竣工验收 污水处理 垃圾处理 人居环境 森林防火 预警信息 应急救援 消防救援 地质灾害 职业技能 法律援助
人民调解 社区矫正 文物保护 公共文化 网络安全 设备购置 维修改造 维修养护 宣传教育 宣传资料 宣传活动 投诉举报 隐患排查
隐患整改 监督检查 日常巡查 资金拨付 预算执行 乡村振兴 农业机械 购置补贴 动物防疫 强制免疫 疫苗接种 卫生健康 家庭医生
特困人员 临时救助 康复训练 就业创业 水利工程 河道治理 公路养护 特种设备 食品安全 知识产权 市场监管 退耕还林 义务教育
医疗保险 养老保险 城乡居民 困难群众 保障水平 安全生产 环境保护 生态环境 空气质量 服务质量 工作经费 补助资金 补贴资金
补助标准 发放补助 按时完成 运行维护 日常维护 更新改造 实施方案 年度计划 问卷调查 满意程度 突发事件 自然灾害 安全隐患
安全事故 责任事故 档案管理 物资储备 优质服务 技术服务 技术推广 报废更新 更新换代 数字化加工 开放审核 考核合格 抢险救援
`;

/**
 * Sound texts with what would be a slip elsewhere: a word of its own that sounds like another (告知效率), or two that meet
 * (出租凭证, 台账薄弱, 新建没有). 灌概[算况]: 灌概算 and 灌概况.
 */
const sound = `
现代画 档案馆理[事论念由想化科应] 森林放火案 森林放火罪 渡假村 南渡假期 枪修[理缮配复改建] [方预档立结办教草备图病报]案时完成
知效率 即时率 计时率 记时率 机时率 整概率 覆概率 板结率 处治率 直行率 支行率 之行率 知行率 参预率 达表率 引用水 收益群众
水力工程 监督检察 日常巡察 日常围护 实时方案 经纪效益 退伍军人 市长监管 [首装服]饰品安全 负责人事故 实事方案 义乌教育 [尚暂]无水处理 航空器质 卫生间康 信细化 机械画 医务教育 家庭一生 成乡居民 按实完成 按事完成 按市完成
[究毕]竟[争赛] 竟争[相先取抢] 一贯策 过渡假 [答申争抗]辩认 辩认[罪同为真可定购] 答辩别 [分思]辨论 维修膳 修膳[食堂房厅费]
建没[有能完办收落过入法] 开采构 采构[件造] [出承求招公退转]租凭 租凭[证据] [消安海国边人]防讯 防讯[息号问报] [大小]幅射 幅射[灯击门箭]
[曲波转骨打挫夭]折迁 游揽[客胜活] [发开拓]展揽 展揽[收储件客] 账薄弱 [安质]检侧 [检监]侧[门面重翻滑壁沟线扫灯窗] [演宣]讲坐
讲坐[班诊姿唱标] [延拉]伸请 延伸报 诸存[在货] [付诉]诸[备存] 诸备选 仓诸[镇县暨村乡] [错文理]综和 [歌称赞传]颂发 陪训练
[阻抵遮]挡案 挡案件 中流矢 流矢[所击] 灌概[算况念率要述括] 康覆盖 编缉[私毒] 分岐[山黄伯] 巡罗[湖田山平定源庄] [选提海]拔[付款]
帮扶恤 宣穿插 完戍[边守] 抢捡[拾棉残] [干枯]燥音 燥音[乐像频响] 蔬莱[芜西阳州] 蓄牧[民草区场] [观前]瞻养 [来国嘉贵律]宾葬 簿弱化
训炼[钢油铁铜铝就] 反溃[疡堤坝] 绩郊[区县野] [卡普]通辑 [静打]坐谈会 反贪困 乡村镇兴 阅揽胜 分捡[查检测]
`;

/** Written so by mistake alone, but in what is sound. */
const pairs = `
诸备/储备 诸存/储存 仓诸/仓储 流矢/流失 贯策/贯彻 坐谈会/座谈会 渡假/度假
宣穿/宣传 扶恤/抚恤 拔付/拨付 拔款/拨款 折迁/拆迁 灌概/灌溉 垃级/垃圾
拉圾/垃圾 脱贪/脱贫 贪困/贫困 扶贪/扶贫 陪训/培训 检侧/检测 监侧/监测 绩郊/绩效 竟争/竞争
竟赛/竞赛 反溃/反馈 陪偿/赔偿 修膳/修缮 采构/采购 建没/建设 完戍/完成 抢捡/抢险 防讯/防汛
综和/综合 幅射/辐射 燥音/噪音 疏俊/疏浚 蔬莱/蔬菜 蓄牧/畜牧 蓄禽/畜禽 康覆/康复 娇正/矫正
瞻养/赡养 宾葬/殡葬 挡案/档案 阅揽/阅览 展揽/展览 游揽/游览 讲坐/讲座 簿弱/薄弱 账薄/账簿
枪修/抢修 捡修/检修 捡查/检查 捡测/检测 捡验/检验 锻练/锻炼 训炼/训练 辩认/辨认 辩别/辨别
辨论/辩论 分岐/分歧 颂发/颁发 骋请/聘请 骋用/聘用 伸请/申请 伸报/申报 巡罗/巡逻 印涮/印刷
租凭/租赁 编缉/编辑 通辑/通缉
`;

/**
 * The same by what stands around them, where too much is sound to be listed: 支出据实列支, 择优扶持, 分布署名, 反复盖章, 王俊工作室,
 * 天然气侯马站.
 */
const patterns: readonly (readonly [RegExp, string])[] = [
  [/(?<![支付输进列派])出据(?=检[测验]|鉴定|证明|意见|报告|评估|审[核计查]|时[间限]|率|及时)/u, "出具"],
  [/优扶(?=对象|家庭|人员|政策|资金|补助|安置)/u, "优抚"],
  [/布署(?![名长])/u, "部署"],
  [/帮抚(?!养|慰|育|恤)/u, "帮扶"],
  [/按装(?=调试|验收|完成|工程|率)/u, "安装"],
  [/[峻俊]工(?=验收|决算|结算|时[间限]|日期|率|图|交付|项目|投[产用]|面积|备案|移交|$|\P{L})/u, "竣工"],
  [
    /气侯(?=变[化暖]|条件|资源|特[征点]|可行|监测|预[测报]|观测|服务|环境|灾害|异常|评[价估]|适应|因素|风险|恶劣|影响|$|\P{L})/u,
    "气候",
  ],
  [/侯诊(?=[室区厅]|大厅|时[间长]|椅|人[数次]|患者|环境|等|秩序|$|\P{L})/u, "候诊"],
  [
    /(?<=[一-鿿]{3,}[格盖晓标好位确与业学活用行置改结过放现固及错差病亡降升效胜占有配解诉复播测保诊控增减救满准签收付销存证缴征贷报办成生时])律$/u,
    "率",
  ],
];

const shortest = 2;
const longest = 5;

type Table = {
  readonly begins: Uint8Array;
  readonly byWrong: ReadonlyMap<string, string>;
  readonly sound: readonly string[];
  /** Those that are part of a sound text. */
  readonly doubtful: ReadonlySet<string>;
};
let known: Table | undefined;

function openTable(): Table {
  const byWrong = new Map<string, string>();
  for (const pair of listed(pairs)) {
    const [wrong = "", right = ""] = pair.split("/");
    byWrong.set(wrong, right);
  }
  for (const right of listed(words)) {
    for (const [at, character] of [...right].entries()) {
      for (const other of typedFor(character)) {
        const wrong = right.slice(0, at) + other + right.slice(at + 1);
        byWrong.set(wrong, right);
      }
    }
  }
  const begins = new Uint8Array(0x10000);
  for (const wrong of byWrong.keys()) begins[wrong.charCodeAt(0)] = 1;
  const texts = listed(sound).flatMap(eachOf);
  const doubtful = new Set(texts.flatMap((text) => partsOf(text).filter((part) => byWrong.has(part))));
  return { begins, byWrong, sound: texts, doubtful };
}

/** All that a text has which may be a wrong one. */
function partsOf(text: string): readonly string[] {
  return [...text].flatMap((_, from) =>
    Array.from({ length: longest - shortest + 1 }, (_, more) => text.slice(from, from + shortest + more)),
  );
}

/** 演[讲说] → 演讲 and 演说. */
function eachOf(pattern: string): readonly string[] {
  const {
    before = "",
    any = "",
    behind = "",
  } = /^(?<before>[^[]*)\[(?<any>[^\]]+)\](?<behind>.*)$/u.exec(pattern)?.groups ?? {};
  return any === "" ? [pattern] : [...any].flatMap((one) => eachOf(`${before}${one}${behind}`));
}

function listed(text: string): readonly string[] {
  return text.trim().split(/\s+/u);
}

function fixedIn(text: string): Misspelling | undefined {
  for (const [pattern, right] of patterns) {
    const { 0: wrong, index } = pattern.exec(text) ?? { index: 0 };
    if (wrong !== undefined) return { wrong, right, index };
  }
  return undefined;
}
