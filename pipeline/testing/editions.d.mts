import type { Edition } from "../editions/index.ts";
export function editionOf(number: number): Edition;
