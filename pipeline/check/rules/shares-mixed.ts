/** A project whose shares are fractions (0.25) where those of others are per cent (25): one of them may mean a quarter of a per cent. */
import {
  compareDecimals,
  type FieldName,
  type FormSpec,
  isFieldName,
  kindOf,
  type Project,
  parseDecimal,
  type Text,
} from "../../records/index.ts";
import { rule } from "../rule.ts";

export const sharesMixed = rule("shares-mixed", {
  number: 24,
  severity: "warning",
  about: {
    zh: "百分比有的项目写小数、有的写百分数（0.25 与 25）",
    en: "percentages in fractions in one project and in per cent in another (0.25 and 25)",
  },
  says: {
    zh: "百分比写成小数（{shares}），别的项目写成百分数（{others}），写法不一致",
    en: "Percentages are written as fractions ({shares}), those of other projects as per cent ({others})",
  },
  todo: {
    zh: "请统一写成百分数，例如 25%；小数是当作比例读的，原样印出。",
    en: "Write per cent throughout, for example 25%; the fractions were read as shares and are printed as given.",
  },
  *department({ department: { projects }, spec }) {
    const fields = shareFields(spec);
    if (fields.length === 0) return;
    const all = projects.map((project) => ({ project, shares: sharesOf(project, fields) }));
    const inPercent = all.find(({ shares }) => shares.some(isPercent));
    if (inPercent === undefined) return;
    for (const { project, shares } of all) {
      const fraction = shares.find(isProperFraction);
      if (fraction === undefined || shares.some(isPercent)) continue;
      const also = inPercent.shares.slice(0, 1);
      yield {
        at: fraction,
        also,
        project,
        args: { shares: listed(shares), others: listed(inPercent.shares) },
      };
    }
  },
});

/** The names of a form's own percentages of a project. */
function shareFields({ fields }: FormSpec): readonly string[] {
  return Object.keys(fields).flatMap((field) =>
    isFieldName(field) && isOfProject(field) && kindOf(field, fields) === "share"
      ? [field.slice("project.own.".length)]
      : [],
  );
}

function isOfProject(field: FieldName): boolean {
  return field.startsWith("project.own.");
}

function sharesOf({ own }: Project, fields: readonly string[]): readonly Text[] {
  return fields.flatMap((name) => own[name] ?? []);
}

/** 25% and 25, but neither 0 nor 1. */
function isPercent({ text }: Text): boolean {
  const value = parseDecimal(text.replace(/\s*[%％]\s*$/u, ""));
  return value !== undefined && (/[%％]/u.test(text) || compareDecimals("1", value) < 0);
}

function isProperFraction({ text }: Text): boolean {
  const value = parseDecimal(text);
  return value !== undefined && compareDecimals("0", value) < 0 && compareDecimals(value, "1") < 0;
}

function listed(shares: readonly Text[]): string {
  return shares.map(({ text }) => text).join("、");
}
