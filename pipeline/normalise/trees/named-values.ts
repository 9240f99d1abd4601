/** JSON of systems in which people draw their own forms: lists of names with values, and values in pieces → plain objects and texts. */
import type { ListNode, ObjectNode, RawEntry, RawNode } from "../../read/index.ts";
import { headerKey, horizonOf } from "../headers/header-key.ts";
import { matchHeader, type Vocabulary } from "../headers/match-header.ts";

const nameKeys = new Set([
  ...["label", "name", "title", "caption", "fieldname", "componentname", "fieldlabel"],
  ...["名称", "标签", "字段名", "来源", "资金来源", "资金性质", "类型", "目标类型", "期限"],
]);
const valueKeys = new Set([
  ...["value", "val", "fieldvalue", "content", "amount", "值", "内容", "目标内容", "金额"],
]);
/** What such a system says of a field beside its name and its value. */
const besideKeys = new Set([
  ...["key", "id", "code", "type", "alias", "bizalias", "fieldid", "componenttype", "extendvalue", "order"],
]);

/**
 * `[{"label": "项目名称", "value": "培训"}, …]`: an object. Each item has a name and a value, and the names are those of
 * fields, or of horizons: indicators have names and values, too.
 */
export function objectOfPairs({ items, at }: ListNode, vocabulary: Vocabulary): ObjectNode | undefined {
  const pairs = items.map((item) => (item.kind === "object" ? pairIn(item) : undefined));
  const entries = pairs.flatMap((pair) => pair ?? []);
  const keys = new Set(entries.map(({ key }) => key));
  if (entries.length < 2 || entries.length < items.length || keys.size < entries.length) return undefined;
  const isNamed = ({ key }: RawEntry) =>
    matchHeader(key, vocabulary) !== undefined || horizonOf(key) !== undefined;
  return entries.filter(isNamed).length * 2 > entries.length ? { kind: "object", entries, at } : undefined;
}

function pairIn({ entries }: ObjectNode): RawEntry | undefined {
  const keyed = (keys: ReadonlySet<string>) => entries.filter(({ key }) => keys.has(headerKey(key).key));
  const [names, values] = [keyed(nameKeys), keyed(valueKeys)];
  const [name] = names;
  const [value] = values;
  if (name?.value.kind !== "text" || value === undefined || names.length + values.length > 2)
    return undefined;
  const isPair = entries.every(
    (entry) => entry === name || entry === value || besideKeys.has(headerKey(entry.key).key),
  );
  return isPair ? { key: name.value.text.trim(), at: name.at, value: value.value } : undefined;
}

const pieceKeys = new Set(["text", "type", "link", "mentiontype", "name", "token"]);
const personKeys = new Set(["id", "name", "enname", "email", "avatarurl", "value", "label", "text", "color"]);
const personNames = ["name", "label", "text"];

/** `[{"text": "办好", "type": "text"}, …]` is one text, and `[{"id": "1", "name": "张三"}]` are names. */
export function textOfPieces({ items, at }: ListNode): RawNode | undefined {
  const objects = items.flatMap((item) => (item.kind === "object" ? [item] : []));
  if (objects.length === 0 || objects.length < items.length) return undefined;
  const isOf = (keys: ReadonlySet<string>) =>
    objects.every(({ entries }) => entries.every(({ key }) => keys.has(headerKey(key).key)));
  const texts = (keys: readonly string[]) =>
    objects.flatMap(({ entries }) => {
      const said = entries.find(({ key }) => keys.includes(headerKey(key).key))?.value;
      return said?.kind === "text" ? [said.text] : [];
    });
  const hasType = objects.every(({ entries }) => entries.some(({ key }) => key === "type"));
  const pieces = hasType && isOf(pieceKeys) ? texts(["text"]) : [];
  if (pieces.length === items.length) return { kind: "text", text: pieces.join(""), at };
  const names = isOf(personKeys) ? texts(personNames) : [];
  return names.length === items.length ? { kind: "text", text: names.join("、"), at } : undefined;
}
