/** Why a department failed → sentences for whoever reads a roll-up: without names of files, and without words of programs. */

/** What failures have in common for a reader, by their codes; the first that fits. */
const reasons: readonly { readonly codes: RegExp; readonly says: (count: number) => string }[] = [
  { codes: /^(?:nothing-to-read|no-export|no-project)$/u, says: () => "没有报送项目数据。" },
  {
    codes: /^(?:file|folder)-unreadable$|^(?:source|sheet|path)-not-found$|^file-changed-while-read$/u,
    says: () => "应报的数据缺失，或者打不开。",
  },
  {
    codes: /^form-(?:unknown|undecided|also-broken)$/u,
    says: () => "没有说明采用哪一种表式，或者没有这种表式。",
  },
  {
    codes: /^(?:form|template|markup)-|^projects-not-printed$|^table-grid-broken$/u,
    says: () => "所用表式的样式有误，未能印出。",
  },
  { codes: /^internal-error$/u, says: () => "汇总时出错，未能完成。" },
  { codes: /./u, says: (count) => `报送的数据有 ${count} 处错误，须更正后重新报送。` },
];

export function plainReasons(failures: readonly { readonly code: string }[]): readonly string[] {
  const kinds = failures.map(({ code }) => reasons.findIndex((reason) => reason.codes.test(code)));
  return reasons.flatMap(({ says }, kind) => {
    const count = kinds.filter((one) => one === kind).length;
    return count === 0 ? [] : [says(count)];
  });
}
