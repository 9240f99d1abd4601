import { expect, test } from "vitest";
import { isLevelHeader, keepsBack, markingIn, saysNoLevel } from "./disclosure.ts";

test.each([
  ...[
    "秘密★1年",
    "机密 ★",
    "秘密*1年",
    "★秘密",
    "秘\u200b密★1年",
    "秘\u{E0100}密★1年",
    "秘 密",
    "绝密级",
    "机密20年",
    "秘密（1年）",
  ],
  ...["密级：秘密", "密 级：机密", "密级　机密", "（机密级）", "「秘密」", "工作秘密"],
  ...["内部资料，注意保存", "内部文件，注意保密", "内部材料", "仅供内部使用", "（内部资料）"],
])("a marking: %s", (text) => {
  expect(markingIn(text)).toBeDefined();
});

test.each([
  ...[
    "保密局",
    "国家保密局保密经费",
    "保守国家秘密",
    "商业秘密",
    "机密柜采购",
    "涉密载体销毁经费",
    "秘密战线宣传",
  ],
  ...["密级：公开", "密级测评", "内部装修", "停车场（内部使用）", "订阅《内部参考》", "内部资料汇编印刷"],
])("none: %s", (text) => {
  expect(markingIn(text)).toBeUndefined();
});

test("what nobody sees changes no answer", () => {
  const forms = "\u{E0100}";
  expect(keepsBack("是否公开", `否${forms}`)).toBe("yes");
  expect(keepsBack("名称", `专项（不${forms}公开）`)).toBe("yes");
  expect([isLevelHeader(`密${forms}级`), saysNoLevel(`公${forms}开`)]).toEqual([true, true]);
});
