import type { Edition } from "../run/publish/publish.ts";

export function editionOf(number: number): Edition;
