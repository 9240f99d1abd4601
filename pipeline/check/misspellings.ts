/** A text → the first word in it that is written with a wrong character and can mean nothing else. */
import { typedFor } from "./typed-for.ts";

export type Misspelling = { readonly wrong: string; readonly right: string; readonly index: number };

/** The same text has many; of each character that may begin one only few do. */
export function misspellingIn(text: string): Misspelling | undefined {
  known ??= openTable();
  const { begins, byWrong } = known;
  let found: Misspelling | undefined;
  for (let index = 0; index + 1 < text.length && found === undefined; index += 1) {
    if (begins[text.charCodeAt(index)] !== 1) continue;
    for (let length = shortest; length <= longest; length += 1) {
      const wrong = text.slice(index, index + length);
      const right = wrong.length === length ? byWrong.get(wrong) : undefined;
      if (right === undefined || mayBeginAnother({ wrong, right }, text.charAt(index + length))) continue;
      if (isSound(wrong, { text, index })) continue;
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
function isSound(wrong: string, { text, index }: { readonly text: string; readonly index: number }): boolean {
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
 * (出租凭证, 台账薄弱, 新建没有).
 */
const sound = listed(`
现代画 档案馆理事 森林放火案 森林放火罪 渡假村 南渡假期 枪修理 枪修缮 枪修配
知效率 即时率 计时率 记时率 机时率 整概率 覆概率 板结率 处治率 直行率 支行率 之行率 知行率 参预率 达表率 引用水 收益群众
水力工程 监督检察 日常巡察 日常围护 实时方案 经纪效益 退伍军人 机械画 医务教育 家庭一生 成乡居民 按实完成 按事完成 按市完成
究竟争 毕竟争 究竟赛 一贯策 过渡假 严峻工 俊工作 俊工程 峻工作 峻工程 答辩认 申辩认 争辩认 抗辩认 答辩别 分辨论 维修膳
修膳食 修膳堂 建没有 建没能 建没完 建没办 开采构 采构件 采构造 租凭证 租凭据 消防讯 安防讯 防讯息 防讯号 大幅射 小幅射
曲折迁 波折迁 转折迁 游揽客 发展揽 账薄弱 安检侧 质检侧 检侧门 检侧面 监侧门 监侧面 演讲坐 宣讲坐 讲坐班 讲坐诊 延伸请
延伸报 拉伸请 诸存在 付诸备 诉诸备 付诸存 错综和 歌颂发 称颂发 赞颂发 传颂发 陪训练 阻挡案 抵挡案 挡案件
`);

/**
 * Written so by mistake alone, but in what is sound; a pattern where more of that is than can be listed: 支出据实列支,
 * 择优扶持, 分布署名, 反复盖章.
 */
const pairs = `
诸备/储备 诸存/储存 仓诸/仓储 流矢/流失 峻工/竣工 俊工/竣工 贯策/贯彻 坐谈会/座谈会 渡假/度假
宣穿/宣传 扶恤/抚恤 拔付/拨付 拔款/拨款 折迁/拆迁 气侯/气候 侯诊/候诊 灌概/灌溉 垃级/垃圾
拉圾/垃圾 脱贪/脱贫 贪困/贫困 扶贪/扶贫 陪训/培训 检侧/检测 监侧/监测 绩郊/绩效 竟争/竞争
竟赛/竞赛 反溃/反馈 陪偿/赔偿 修膳/修缮 采构/采购 建没/建设 完戍/完成 抢捡/抢险 防讯/防汛
综和/综合 幅射/辐射 燥音/噪音 疏俊/疏浚 蔬莱/蔬菜 蓄牧/畜牧 蓄禽/畜禽 康覆/康复 娇正/矫正
瞻养/赡养 宾葬/殡葬 挡案/档案 阅揽/阅览 展揽/展览 游揽/游览 讲坐/讲座 簿弱/薄弱 账薄/账簿
枪修/抢修 捡修/检修 捡查/检查 捡测/检测 捡验/检验 锻练/锻炼 训炼/训练 辩认/辨认 辩别/辨别
辨论/辩论 分岐/分歧 颂发/颁发 骋请/聘请 骋用/聘用 伸请/申请 伸报/申报 巡罗/巡逻 印涮/印刷
租凭/租赁 编缉/编辑 通辑/通缉
`;

const patterns: readonly (readonly [RegExp, string])[] = [
  [/出据(?=检[测验]|鉴定|证明|意见|报告|评估|审[核计查]|时[间限]|率|及时)/u, "出具"],
  [/优扶(?=对象|家庭|人员|政策|资金|补助|安置)/u, "优抚"],
  [/布署(?!名)/u, "部署"],
  [/帮抚(?!养|慰|育|恤)/u, "帮扶"],
  [/按装(?=调试|验收|完成|工程|率)/u, "安装"],
  [/(?<=[一-鿿]{4,}(?<![规法纪自戒定旋韵音格一他千节心铁乐期声]))律$/u, "率"],
];

const shortest = 2;
const longest = 5;

type Table = { readonly begins: Uint8Array; readonly byWrong: ReadonlyMap<string, string> };
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
  return { begins, byWrong };
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
