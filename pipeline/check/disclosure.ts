/** What says of a project, or of a text, that it is not to be published. */
import { perText, plainName, rowOf } from "../records/index.ts";

// 商业秘密, 保密经费 and 保守国家秘密 are prose; a marking is alone, with its star, in brackets, or after 密级.
const level = String.raw`(?:绝\s*密|机\s*密|秘\s*密)(?:\s*级)?`;
/** 1年, 长期. */
const term = String.raw`[（(]?\s*(?:\d{1,2}\s*年|[一二三]?十?[一二三五]?年|长期)\s*[）)]?`;
const internal = "内部(?:资料|文件|材料)";
const marking = new RegExp(
  [
    String.raw`${level}\s*[★☆]`,
    String.raw`${level}\s*[*＊※]\s*${term}`,
    String.raw`密\s*级\s*[：:\s]\s*[★☆]?\s*(?:${level}|工作秘密|内\s*部)`,
    String.raw`^\s*[★☆]?\s*${level}\s*(?:${term})?\s*$`,
    String.raw`^\s*(?:工作秘密|${internal}|(?:仅供)?内部(?:使用|参考))\s*$`,
    String.raw`[（(【[「〔](?:${level}|涉密|工作秘密|${internal})[）)】\]」〕]`,
    String.raw`${internal}\s*[，,。]?\s*(?:注意保[存密]|妥善保管|不得外传|请勿外传|严禁外传|请勿公开)`,
  ].join("|"),
  "u",
);

/** The marking of a class of secrecy, or as internal, in a text. */
export function markingIn(text: string): string | undefined {
  return marking.exec(text.replace(unseen, ""))?.[0].trim();
}

const unseen = /\p{Cf}|\p{Variation_Selector}/gu;

const levelHeader =
  /^(?:项目|文件)?(?:密级|定密|保密等级|保密级别|涉密等级|涉密级别)(?:等级|级别|标识|情况)?$/u;
const noLevel = /^(?:公开|非密|非涉密|不涉密|无|无密级|否|普通|一般|[-—–/／]+)?$/u;

/** Whether a column is called 密级, so that what stands in it is a marking unless it says that there is none. */
export function isLevelHeader(text: string): boolean {
  return levelHeader.test(text.replace(/\s/gu, "").replace(unseen, ""));
}

export function saysNoLevel(text: string): boolean {
  return noLevel.test(text.replace(unseen, "").trim());
}

const marked =
  /^(?:不予?公开|不宜公开|涉密不公开|依申请公开|涉密|涉密项目)$|[（(](?:不予?公开|涉密不公开)[）)]/u;

export function saysNotPublic(text: string): boolean {
  return marked.test(text.replace(unseen, ""));
}

/** What is written below 是否公开, 公开属性: whether it may be; undefined if that is not clear. */
function mayBePublished(text: string): boolean | undefined {
  const word = plain(text);
  if (/^(?:是|公开|主动公开|全部公开|全文公开|予以公开|可以?公开|已公开|√|✓|✔|☑|Y|YES|TRUE|1)$/u.test(word))
    return true;
  if (saysNotPublic(word)) return false;
  const isNot =
    /^(?:否|不|不公开|不主动公开|不予以公开|不可以?公开|免予公开|免于公开|暂不公开|暂缓公开|依法不予?公开|保密|内部|×|✗|N|NO|FALSE|0)$/u;
  return isNot.test(word) ? false : undefined;
}

/** What is written below 是否涉密, 不予公开. */
function isSecret(text: string): boolean | undefined {
  const word = plain(text);
  if (/^(?:否|不|不涉密|非涉密|非密|无|公开|主动公开|予以公开|×|✗|[-—–/]+|N|NO|FALSE|0)$/u.test(word))
    return false;
  if (/^(?:是|涉密|√|✓|✔|☑|Y|YES|TRUE|1|绝密|机密|秘密|内部)$/u.test(word)) return true;
  return saysNotPublic(word) ? true : undefined;
}

function plain(text: string): string {
  return text.normalize("NFKC").replace(/\s/gu, "").replace(unseen, "").toUpperCase();
}

/** What a field is called, and what stands in it → whether that keeps something back; undefined if it is of other things. */
export function keepsBack(called: string, text: string): "yes" | "no" | "unclear" | undefined {
  const look = lookAt(called);
  if (look === undefined) return saysNotPublic(text) ? "yes" : undefined;
  const answer = look.isKept(text);
  return answer === undefined ? "unclear" : answer ? "yes" : "no";
}

const looks = [
  { field: "project.disclosure", isKept: (text: string) => negated(mayBePublished(text)) },
  { field: "project.secrecy", isKept: isSecret },
].map(({ field, isKept }) => ({ names: new Set((rowOf(field)?.spellings ?? []).map(plainName)), isKept }));

const lookAt = perText((called) => looks.find(({ names }) => names.has(plainName(called))));

function negated(answer: boolean | undefined): boolean | undefined {
  return answer === undefined ? undefined : !answer;
}
