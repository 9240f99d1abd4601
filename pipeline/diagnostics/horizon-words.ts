/** How sentences name the two horizons of goals, money and indicators. */

export type HorizonWord = "annual" | "midTerm";

export const horizonZh: Readonly<Record<HorizonWord, string>> = { annual: "年度", midTerm: "中期" };
export const horizonEn: Readonly<Record<HorizonWord, string>> = { annual: "annual", midTerm: "mid-term" };
