/** A draft that its server follows → the page, put right when there is news; what one looks at stays where it is. */
import type { LiveFindings, LiveNews, LivePages, LiveServer, ReviewHead } from "../write/review/index.ts";
import { html, shown } from "./element.ts";
import { addFonts } from "./fonts.ts";
import { openFile, type ReviewFile } from "./read-file.ts";
import { openView, type View } from "./view.ts";
import { wordsIn } from "./words.ts";

const serverName: LiveServer = "huibian";

export function followDraft(): void {
  const language = document.documentElement.lang === "en" ? "en" : "zh";
  const words = wordsIn(language);
  const take = openPieces();
  const state = html("p", { class: "live", role: "status" }, words.live.making);
  document.body.append(state);
  let pages: LivePages | undefined;
  let findings: LiveFindings | undefined;
  let current: Shown | undefined;

  const show = async (ofPages: LivePages | undefined, found: LiveFindings | undefined) => {
    const file = await fileOf({ language, pages: ofPages, findings: found, take });
    await addFonts(file);
    const kept = current?.view.keep();
    const ended = new AbortController();
    const view = openView(file, { signal: ended.signal, kept });
    current?.ended.abort();
    for (const element of current?.view.elements ?? []) element.remove();
    document.body.append(...view.elements);
    view.start(kept);
    current = { view, ended, findings: file.findings };
    [pages, findings] = [ofPages, found];
  };
  const sayFailed = () => {
    const worst = current?.findings.find(({ severity }) => severity === "failure");
    const says = html("strong", {}, words.live.failed);
    if (worst === undefined) return state.replaceChildren(says);
    const button = html("button", { type: "button" }, shown(`${worst.says} ${worst.place}`));
    button.addEventListener("click", () => current?.view.goTo(worst));
    state.replaceChildren(says, button, pages === undefined ? "" : words.live.before);
  };
  const takeIn = async (news: LiveNews) => {
    state.dataset.state = news.state;
    if (news.state === "making") state.replaceChildren(words.live.making);
    if (news.pages !== (pages?.version ?? 0)) {
      const made = await get<LivePages>("pages");
      await show(made, findings);
      if (news.state !== "making") state.replaceChildren(words.live.checking);
    }
    // What is made anew just now is checked when it is there.
    if (news.state === "making" || waiting !== undefined) return;
    if (news.version !== findings?.version) await show(pages, await get<LiveFindings>("findings"));
    if (news.state === "failed") sayFailed();
    else
      state.replaceChildren(words.live.shown(new Date().toLocaleTimeString(document.documentElement.lang)));
    document.documentElement.dataset.ready = String(news.version);
  };

  let waiting: LiveNews | undefined;
  let isBusy = false;
  const takeAll = async () => {
    if (isBusy) return;
    isBusy = true;
    while (waiting !== undefined) {
      const news = waiting;
      waiting = undefined;
      // What could not be fetched any more is old, as a rule: there is other news then, or the server is gone.
      await takeIn(news).catch(async () => {
        const why = await whyNotFetched();
        if (waiting === undefined) sayEnded(words.live[why]);
      });
    }
    isBusy = false;
  };
  const sayEnded = (says: string) => {
    state.dataset.state = "ended";
    state.replaceChildren(says);
  };
  const listen = (): EventSource => {
    const heard = new EventSource("news");
    heard.addEventListener("message", ({ data }) => {
      // Of the server that this script came from.
      waiting = JSON.parse(data) as LiveNews;
      void takeAll();
    });
    heard.addEventListener("error", async () => {
      // What cannot be reached is tried again; who answers otherwise than with news is not asked again.
      const why = heard.readyState === EventSource.CLOSED ? await whyNotFetched() : "ended";
      if (heard === source) sayEnded(words.live[why]);
    });
    return heard;
  };
  let source: EventSource | undefined;
  // A browser keeps six connections to a server, of all its tabs together: those that nobody sees need none.
  const listenWhileSeen = () => {
    source?.close();
    source = document.hidden ? undefined : listen();
  };
  document.addEventListener("visibilitychange", listenWhileSeen);
  listenWhileSeen();
}

type Shown = {
  readonly view: View;
  readonly ended: AbortController;
  readonly findings: ReviewFile["findings"];
};

type Taken = {
  readonly language: ReviewHead["language"];
  readonly pages: LivePages | undefined;
  readonly findings: LiveFindings | undefined;
  readonly take: (hashes: readonly string[]) => Promise<readonly Uint8Array[]>;
};

async function fileOf({ language, pages, findings, take }: Taken): Promise<ReviewFile> {
  const hashes = [...(pages?.pieces ?? []), ...(findings?.pieces ?? [])];
  const pieces = await take(hashes);
  const { groups = [], fonts = [] } = pages?.head ?? {};
  const [fontsAt, valuesAt] = [groups.length, groups.length + fonts.length];
  const head: ReviewHead = {
    language,
    title: pages?.title ?? wordsIn(language).live.title,
    pages: pages?.head,
    values: findings?.values,
    findings: findings?.findings,
    changes: findings?.changes ?? [],
  };
  return openFile(head, {
    groups: pieces.slice(0, fontsAt),
    fonts: pieces.slice(fontsAt, valuesAt).map((bytes, at) => ({ hash: hashes[fontsAt + at], bytes })),
    values: pieces.slice(valuesAt),
  });
}

/** Fetches what is not there yet, and keeps what is asked for. */
function openPieces(): Taken["take"] {
  let kept = new Map<string, Uint8Array>();
  return async (hashes) => {
    const pieces = hashes.map(async (hash) => {
      return [
        hash,
        kept.get(hash) ?? new Uint8Array(await (await answerTo(`pieces/${hash}`)).arrayBuffer()),
      ] as const;
    });
    const all = await Promise.all(pieces);
    kept = new Map(all);
    return all.map(([, bytes]) => bytes);
  };
}

/** The server is of the program that this script came from: what it says is of that type. */
async function get<Data>(what: string): Promise<Data> {
  return (await (await answerTo(what)).json()) as Data;
}

type Reason = "ended" | "moved" | "taken" | "lost";

/** Who answers at this page's address now, if anybody does. */
async function whyNotFetched(): Promise<Reason> {
  const answer = await fetch(location.href).catch(() => undefined);
  if (answer === undefined) return "ended";
  // Another program may listen on the port since.
  if (answer.headers.get("server") !== serverName) return "taken";
  // A preview that does not know the address was started since: each has a token of its own.
  return answer.status === 403 ? "moved" : "lost";
}

async function answerTo(what: string): Promise<Response> {
  const response = await fetch(what);
  if (!response.ok) throw new Error(`${what}: ${response.status}`);
  return response;
}
