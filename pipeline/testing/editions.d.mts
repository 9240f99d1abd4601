import type { Edition } from "../editions/publish.ts";

export function editionOf(number: number): Edition;
