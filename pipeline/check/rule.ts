/** What a rule is: its words, severity and settings, and a look at records that yields findings. */
import type {
  ArgsOf,
  Bilingual,
  DiagnosticOf,
  Place,
  RuleSeverity,
  Sentence,
  Sentences,
} from "../diagnostics/index.ts";
import { hashOfBytes } from "../files/index.ts";
import {
  type Department,
  type FieldName,
  type FormSpec,
  type Horizon,
  type Project,
  subjectOfProject,
  type Text,
} from "../records/index.ts";
import type { FaultyCell } from "./faulty-cells.ts";
import type { Figure } from "./figures.ts";
import type { IndicatorBlock, PrintedIndicator } from "./indicator-blocks.ts";
import type { Cut } from "./name-width.ts";
import type { Passage, PrintedText } from "./printed-texts.ts";

export type RuleContext = {
  readonly department: Department;
  readonly spec: FormSpec;
  readonly blocks: readonly IndicatorBlock[];
  readonly texts: readonly PrintedText[];
  /** The first of all that are equal. */
  readonly distinctTexts: () => readonly Text[];
  readonly passages: readonly Passage[];
  readonly faultyCells: readonly FaultyCell[];
  /** The figures of a text, each text read once. */
  readonly figuresOf: (text: string) => readonly Figure[];
  /** What a level-3 name is compared with other words by. */
  readonly coreOfName: (name: string) => string;
  /** Where the export cuts level-3 names, if it does. */
  readonly cut: Cut | undefined;
  /** Checks of the form that could be made nowhere. */
  readonly idleChecks: readonly IdleCheck[];
  /** `rules.<code>.expect` of the form or the department. */
  readonly expect: number | undefined;
  /** `rules.<code>.kinds`: names of level 2. */
  readonly wantedKinds: readonly string[];
  /** `rules.<code>.split`: points by level-1 name. */
  readonly split: readonly Readonly<Record<string, number>>[];
  /** Where the blank cell of a field is, beside a value of the same record. */
  readonly blankAt: (near: Place, field: FieldName) => Place;
};

/** A check of the form that could be made of no record, or only some of its claims. */
export type IdleCheck = {
  readonly check: string;
  /** `isWhole`: none of its claims was made. */
  readonly isWhole: boolean;
  /** Those that were not: which of the check's, from 1; what each lacks; where its first record is. */
  readonly claims: readonly {
    readonly number: number;
    readonly lacking: readonly FieldName[];
    readonly near: Place;
  }[];
};

/**
 * What a look at one project, or at a part of it, knows: nothing of the others, so that what it found holds as long as the
 * project is what it was.
 */
export type OwnContext = Pick<
  RuleContext,
  "spec" | "figuresOf" | "coreOfName" | "expect" | "wantedKinds" | "split"
> & {
  readonly department: Pick<Department, "year">;
  readonly blankAt: (near: Place, field: FieldName) => Blank;
};

/** The blank cell of a field, beside a value of the same record: where it is, the whole department tells. */
export type Blank = { readonly near: Place; readonly blank: FieldName };

/** What a look found; code, severity and, if the look is at a part of a project, the project are added to it. */
export type Found<Args> = {
  /** A text if what is written there belongs to the finding, else its place alone. */
  readonly at: Text | Place | Blank;
  /** What is shown instead of that text. */
  readonly found?: string;
  readonly part?: string;
  readonly also?: readonly (Text | Place | Blank)[];
  readonly project?: Project;
  /** All the projects of a cause that several share. */
  readonly touches?: readonly Project[];
  readonly shared?: Shared;
  readonly args: Args;
};

/** What several projects have in common that they should not: the cause, whichever of them has it first. */
export type Shared = {
  readonly what: string;
  /** Of what these projects can have but one in common: known again by it and by them if all of them changed it alike. */
  readonly kind?: string;
};

type Result<Args> = Iterable<Found<Args>> | Found<Args> | undefined;

/** Over the whole department what is copied is one mistake; in one project, what both its horizons have. */
export type Gathered = "over the department" | "in each project";

type About = {
  /** Rules of one number look at one thing. It orders lists. */
  readonly number: number;
  readonly severity: RuleSeverity;
  /** What it looks for, in one line. */
  readonly about: Bilingual;
  /** What `rules.<code>.expect` (or `split`, or `kinds`) means to it. */
  readonly expects?: Bilingual;
  /** It looks at what a form does not print, too: that leaves the house as well. */
  readonly ofUnprinted?: true;
  /** One cause is told once, with all its places, instead of place by place. */
  readonly gathered?: Gathered;
  /**
   * A text as it should be, if that is certain in form: a finding says what to write, and `huibian fix` lists it.
   * `args`: those of the finding.
   */
  readonly correct?: (text: string, args: Readonly<Record<string, unknown>>) => string;
  /** It is new: an info that says so, until a form or a department sets it, or it has proved itself. */
  readonly trial?: true;
  /** Why it is off unless a form or a department sets it. */
  readonly offUnlessSet?: Bilingual;
  /**
   * Whether it looks at the indicators in a list of the department's own as at those of a project. A rule that looks at
   * indicators one by one does, if nothing is said.
   */
  readonly ofLists?: boolean;
};

/** A rule has one of these looks. */
type Looks<Args> = {
  readonly department?: (context: RuleContext) => Result<Args>;
  readonly project?: (project: Project, context: OwnContext) => Result<Args>;
  /** A project's indicators of one horizon that the form prints. */
  readonly block?: (block: IndicatorBlock, context: OwnContext) => Result<Args>;
  /** An indicator that the form prints. */
  readonly indicator?: (indicator: PrintedIndicator, context: OwnContext, project: Project) => Result<Args>;
  readonly text?: (text: Text) => Result<Args>;
  /** The lines of a goal, or a text that is none of a goal. */
  readonly passage?: (lines: readonly Text[]) => Result<Args>;
  /** A cell of any kind that the form prints, and in which something was found. */
  readonly cell?: (cell: FaultyCell) => Result<Args>;
};

export type Rule<Code extends string = string, Args = unknown> = About &
  Sentences & {
    /** Its name in settings and lists; it never changes. */
    readonly code: Code;
    /** What it finds in a project is found in that alone, whatever the other projects are. */
    readonly ofEach: boolean;
    readonly check: (context: RuleContext) => readonly Found<Args>[];
  };

/** The args of a rule's findings are inferred from the holes of its sentences. */
export function rule<
  const Code extends string,
  const Says extends Bilingual<Sentence>,
  const Todo extends Bilingual<Sentence>,
>(
  code: Code,
  spec: About & { readonly says: Says; readonly todo: Todo } & Looks<ArgsOf<{ says: Says; todo: Todo }>>,
): Rule<Code, ArgsOf<{ says: Says; todo: Todo }>> {
  const { department, project, block, indicator, text, passage, cell, ...words } = spec;
  const looks = { department, project, block, indicator, text, passage, cell };
  const ofLists = words.ofLists ?? indicator !== undefined;
  const ofEach = department === undefined && cell === undefined;
  return { code, ...words, ofLists, ofEach, check: (context) => lookAtAll(looks, context) };
}

function lookAtAll<Args>(
  { department, project, block, indicator, text, passage, cell }: Looks<Args>,
  context: RuleContext,
): readonly Found<Args>[] {
  if (department) return [...listed(department(context))];
  const own: OwnContext = { ...context, blankAt: (near, blank) => ({ near, blank }) };
  if (project) return lookAtEach(context.department.projects, (one) => project(one, own), itself);
  if (block) return lookAtEach(context.blocks, (one) => block(one, own), projectOf);
  if (text) return lookAtTexts(context, text);
  if (passage) return lookAtEach(context.passages, ({ lines }) => passage(lines), projectOf);
  if (cell) return lookAtEach(context.faultyCells, cell, projectOf);
  if (indicator === undefined) return [];
  return lookAtIndicators(context.blocks, (one, project) => indicator(one, own, project));
}

/** What is wrong with an indicator in both horizons of a project, and alike, is one mistake: told once, with both places. */
function lookAtIndicators<Args>(
  blocks: readonly IndicatorBlock[],
  look: (indicator: PrintedIndicator, project: Project) => Result<Args>,
): readonly Found<Args>[] {
  const all: Found<Args>[] = [];
  let told = new Map<string, { readonly horizon: Horizon; readonly index: number }>();
  let of: Project | undefined;
  for (const { project, horizon, indicators } of blocks) {
    // The blocks of a project follow one another.
    if (project !== of) told = new Map();
    of = project;
    for (const one of indicators)
      for (const found of listed(look(one, project))) {
        const written = "text" in found.at ? found.at.text : undefined;
        const key = JSON.stringify([one.identity, written, found.found, found.part, found.args]);
        const known = one.identity === undefined ? undefined : told.get(key);
        const before = known && known.horizon !== horizon ? all[known.index] : undefined;
        if (known !== undefined && before !== undefined)
          all[known.index] = { ...before, also: [...(before.also ?? []), found.at, ...(found.also ?? [])] };
        else {
          told.set(key, { horizon, index: all.length });
          all.push({ ...found, project });
        }
      }
  }
  return all;
}

/** Equal texts are equally sound, and few are not: each is looked at once, and again only where something was found. */
function lookAtTexts<Args>(
  { texts, distinctTexts }: RuleContext,
  look: (text: Text) => Result<Args>,
): readonly Found<Args>[] {
  const faulty = new Set<string>();
  for (const text of distinctTexts()) if (look(text) !== undefined) faulty.add(text.text);
  if (faulty.size === 0) return [];
  const places = texts.filter(({ text }) => faulty.has(text.text));
  return lookAtEach(places, ({ text }) => look(text), projectOf);
}

/** A large department has millions of looks, and nearly all find nothing. */
function lookAtEach<Item, Args>(
  items: readonly Item[],
  look: (item: Item) => Result<Args>,
  of: (item: Item) => Project | undefined,
): readonly Found<Args>[] {
  const all: Found<Args>[] = [];
  for (const item of items) {
    const found = look(item);
    if (found === undefined) continue;
    const project = of(item);
    for (const one of listed(found)) all.push(project === undefined ? one : { ...one, project });
  }
  return all;
}

function listed<Args>(found: Result<Args>): Iterable<Found<Args>> {
  if (found === undefined) return [];
  return Symbol.iterator in found ? found : [found];
}

function projectOf({ project }: { readonly project?: Project }): Project | undefined {
  return project;
}

function itself(project: Project): Project {
  return project;
}

/** How severe a rule or a form's check is unless a form or a department sets it. */
export function shippedSeverity({
  severity,
  offUnlessSet,
  trial,
}: Pick<About, "offUnlessSet" | "trial"> & { readonly severity: RuleSeverity | "off" }):
  | RuleSeverity
  | "off" {
  if (offUnlessSet !== undefined) return "off";
  return trial === undefined ? severity : "info";
}

/** What was found, where it is. */
export type LocatedFound<Args> = Found<Args> & {
  readonly at: Text | Place;
  readonly also?: readonly (Text | Place)[];
};

export function withPlaces<Args>(found: Found<Args>, blankAt: RuleContext["blankAt"]): LocatedFound<Args> {
  const { at, also } = found;
  const place = (one: Text | Place | Blank) => ("blank" in one ? blankAt(one.near, one.blank) : one);
  return { ...found, at: place(at), also: also?.map(place) };
}

/** A finding as it is listed. */
export function toDiagnostic<Args>(
  { code }: Rule,
  { severity, trial }: { readonly severity: RuleSeverity; readonly trial: true | undefined },
  { at, also, project, touches = [], shared, found, part, args }: LocatedFound<Args>,
): DiagnosticOf<string, Args> & { readonly severity: RuleSeverity } {
  return {
    code,
    at: placeOf(at),
    also: also?.map(placeOf),
    subject: project && subjectOfProject(project),
    subjects: touches.length > 1 ? touches.map(subjectOfProject) : undefined,
    shared: shared && { hash: hashOfBytes(shared.what).slice(0, 16), kind: shared.kind },
    found: found ?? ("text" in at ? at.text : undefined),
    part,
    args,
    severity,
    trial,
  };
}

export function placeOf(at: Text | Place): Place {
  return "kind" in at ? at : at.at;
}
