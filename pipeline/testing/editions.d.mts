import type { Edition } from "../run/publish.ts";

export function editionOf(number: number): Edition;
