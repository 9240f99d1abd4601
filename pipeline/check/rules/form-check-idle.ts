/** A check of the form, or a claim of one, that could be made nowhere, as something that it needs is blank in every record. */
import { type IdleCheck, rule } from "../rule.ts";

/** `claims`: which of the check's, from 1; none if it is the whole check. */
type Idle = {
  readonly check: string;
  readonly claims: readonly number[];
  readonly labels: readonly string[];
};

export const formCheckIdle = rule("form-check-idle", {
  number: 49,
  severity: "info",
  about: {
    zh: "表式自己的核对，或其中一个式子，一处也没有核对，因为要用的字段全都空白",
    en: "a check of the form, or one of its claims, that was made nowhere, as a field that it needs is blank throughout",
  },
  says: {
    zh: ({ check, claims, labels }: Idle) =>
      `“${check}”${claims.length === 0 ? "" : `的第 ${claims.join("、")} 个式子`}一处也没有核对：每一处都缺${labels.join("、")}`,
    en: ({ check, claims, labels }: Idle) =>
      `${claims.length === 0 ? "" : `Formula ${claims.join(", ")} of `}“${check}” was checked nowhere: ${labels.join(", ")} is lacking throughout`,
  },
  todo: {
    zh: "请看列名是否与表式一致，该填的请补填；本来不填的，可以在“规则”里把“{check}”设为 off；只有其中的式子不适用的，请表式的编写人写明空白时不核对（where given）。",
    en: "See that the column has the name that the form gives it, and fill in what should be; if it is meant to be blank, set “{check}” to off under 规则, or, if it is one formula only, ask who wrote the form to check it only where the field is given (where given).",
  },
  *department({ spec: { fields }, idleChecks, blankAt }) {
    // That a required field is blank is told anyway.
    const isTold = ({ lacking }: IdleCheck["claims"][number]) =>
      lacking.some((field) => fields[field]?.required);
    for (const { check, isWhole, claims } of idleChecks) {
      const untold = isWhole && claims.some(isTold) ? [] : claims.filter((claim) => !isTold(claim));
      const lacking = [...new Set(untold.flatMap((claim) => claim.lacking))];
      const [[first], [field]] = [untold, lacking];
      if (first === undefined || field === undefined) continue;
      const labels = lacking.map((one) => `“${fields[one]?.label ?? one}”`);
      const numbers = isWhole ? [] : untold.map(({ number }) => number);
      yield { at: blankAt(first.near, field), args: { check, claims: numbers, labels } };
    }
  },
});
