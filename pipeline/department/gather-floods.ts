/** Findings as they come → the same, but what was found a thousand times is one, with how often and where. */
import { correctionOf, type Finding } from "../catalogue/index.ts";
import {
  type AlikePlaces,
  columnKey,
  type Diagnostic,
  type Place,
  type Subject,
  severityOf,
  tableOf,
} from "../diagnostics/index.ts";

/** As many of a code are told one by one: a unit may have a thousand indicators, each with a fault of its own. */
const mostOfCode = 1000;
/** Of one that stands for many: the places that are shown, and how many kinds of a code are told apart. */
const mostPlaces = 100;
const mostKinds = 100;
const mostStretches = 1000;

export type Gathering<One extends Finding | Diagnostic> = {
  readonly report: (finding: One) => void;
  /** So far, in the order in which they came. */
  readonly found: () => readonly One[];
};

type Kind<One> = {
  readonly first: One;
  readonly order: number;
  count: number;
  readonly also: Place[];
  readonly subjects: Map<string, Subject>;
  readonly stretches: Map<string, Stretch[]>;
};
type Stretch = { readonly from: number; to: number };
type OfCode<One> = { readonly single: [order: number, One][]; kinds?: Map<string, Kind<One>> };

export function gatherFindings<One extends Finding | Diagnostic>(): Gathering<One> {
  const codes = new Map<string, OfCode<One>>();
  let order = 0;
  const report = (finding: One): void => {
    const known = codes.get(finding.code);
    const ofCode = known ?? { single: [] };
    if (known === undefined) codes.set(finding.code, ofCode);
    order += 1;
    if (
      finding.also !== undefined &&
      finding.also.length > mostOfCode &&
      correctionOf(finding) === undefined
    ) {
      ofCode.single.push([order, withFewPlaces(finding, finding.also)]);
      return;
    }
    if (ofCode.kinds !== undefined) addToKind(ofCode.kinds, finding, order);
    else ofCode.single.push([order, finding]);
    if (ofCode.single.length <= mostOfCode) return;
    const kinds = new Map<string, Kind<One>>();
    for (const [at, one] of ofCode.single) addToKind(kinds, one, at);
    ofCode.kinds = kinds;
    ofCode.single.length = 0;
  };
  const found = (): readonly One[] =>
    [...codes.values()]
      .flatMap(({ single, kinds }) => [
        ...single,
        ...[...(kinds?.values() ?? [])].map((kind): [number, One] => [kind.order, asOne(kind)]),
      ])
      .toSorted(([one], [other]) => one - other)
      .map(([, finding]) => finding);
  return { report, found };
}

/** One cause may have a hundred thousand places by itself. */
function withFewPlaces<One extends Finding | Diagnostic>(finding: One, also: readonly Place[]): One {
  const stretches = new Map<string, Stretch[]>();
  for (const at of [finding.at, ...also]) addPlace(stretches, at);
  const alike = { count: also.length + 1, where: placesOf(stretches, finding.at) };
  return { ...finding, also: also.slice(0, mostPlaces), alike };
}

/** The same of findings that are all there. */
export function withoutFloods<One extends Finding>(findings: readonly One[]): readonly One[] {
  if (findings.length <= mostOfCode) return findings;
  const { report, found } = gatherFindings<One>();
  findings.forEach(report);
  return found();
}

function addToKind<One extends Finding | Diagnostic>(
  kinds: Map<string, Kind<One>>,
  finding: One,
  order: number,
): void {
  const { at, also = [], subject, subjects = [] } = finding;
  // What is corrected by what it says is corrected at each of its places.
  const isCorrected = correctionOf(finding) !== undefined;
  const own = [severityOf(finding), columnKey(at) ?? tableOf(at), isCorrected ? finding.args : undefined];
  const wanted = JSON.stringify(own);
  const key = kinds.has(wanted) || kinds.size < mostKinds || isCorrected ? wanted : "";
  const known = kinds.get(key);
  const kind: Kind<One> = known ?? {
    ...{ first: finding, order, count: 0, also: [], subjects: new Map(), stretches: new Map() },
  };
  if (known === undefined) kinds.set(key, kind);
  kind.count += 1;
  for (const one of known === undefined ? also : [at, ...also])
    if (kind.also.length < mostPlaces || isCorrected) kind.also.push(one);
  for (const one of subjects.length > 0 ? subjects : subject === undefined ? [] : [subject])
    kind.subjects.set(`${one.unit ?? ""}\t${one.code ?? ""}\t${one.project ?? ""}`, one);
  addPlace(kind.stretches, at);
}

/** They come in the order of the file, or nearly so. */
function addPlace(stretches: Map<string, Stretch[]>, at: Place): void {
  const number = numberOf(at);
  if (number === undefined) return;
  const table = tableOf(at);
  const own = stretches.get(table) ?? [];
  stretches.set(table, own);
  const last = own.at(-1);
  if (last !== undefined && number >= last.from && number <= last.to + 1) last.to = Math.max(last.to, number);
  else if (own.length < mostStretches) own.push({ from: number, to: number });
}

/** The row of a cell; of JSON the record, counted from 1, as all of it may be one line. */
function numberOf(at: Place): number | undefined {
  if (at.kind === "cell") return at.row;
  if (at.kind !== "json") return undefined;
  const record = /\/(\d+)(?=\/|$)/u.exec(at.pointer)?.[1];
  return record === undefined ? at.line : Number(record) + 1;
}

function asOne<One extends Finding | Diagnostic>({
  first,
  count,
  also,
  subjects,
  stretches,
}: Kind<One>): One {
  if (count === 1) return first;
  const touched = [...subjects.values()];
  return {
    ...first,
    also: also.length > 0 ? also : undefined,
    subjects: touched.length > 1 ? touched : first.subjects,
    indicator: undefined,
    shared: undefined,
    alike: { count, where: placesOf(stretches, first.at) },
  };
}

function placesOf(
  stretches: ReadonlyMap<string, readonly Stretch[]>,
  { kind }: Place,
): readonly AlikePlaces[] {
  const unit = kind === "json" ? "record" : "row";
  return [...stretches].map(([table, own]) => ({ table, unit, stretches: joined(own) }));
}

function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const sorted: Stretch[] = [];
  for (const { from, to } of stretches.toSorted((one, other) => one.from - other.from)) {
    const last = sorted.at(-1);
    if (last !== undefined && from <= last.to + 1) last.to = Math.max(last.to, to);
    else sorted.push({ from, to });
  }
  return sorted;
}
