/** Drafts → pages for a browser on this machine, and nobody else. No request names a file: what is asked for is looked up among what was made. */
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Language } from "../diagnostics/index.ts";
import { readScript } from "../files/index.ts";
import { type LiveServer, writeLivePage } from "../write/review/index.ts";
import type { Draft } from "./draft.ts";
import { writeListPage } from "./list-page.ts";
import type { Drafts } from "./open-drafts.ts";

export type Serving = {
  /** With its token: who does not know it is refused. */
  readonly address: string;
  readonly close: () => Promise<void>;
};

const host = "127.0.0.1";
const serverName: LiveServer = "huibian";

/** @throws if the port is taken, or may not be used. */
export async function serveDrafts(
  drafts: Omit<Drafts, "close">,
  { port, language }: { readonly port: number; readonly language: Language },
): Promise<Serving> {
  const token = randomBytes(24).toString("base64url");
  const pages = openPages(drafts, language);
  const server = createServer((request, response) => {
    const way = wayOf(request, token);
    if (way === "unknown") answer(response, { status: 403, body: `${unknownAddress[language]}\n` });
    else if (way === "other host") answer(response, { status: 421, body: `${otherHost[language]}\n` });
    else if (typeof way === "number") answer(response, { status: way });
    else if (way.length === 0) answer(response, movedTo(`/${token}/`));
    else answerOr(response, () => pages(way, response));
  });
  await listen(server, port);
  const bound = server.address();
  if (bound === null || typeof bound === "string") throw new Error("the server listens on no port");
  return {
    address: `http://${host}:${bound.port}/${token}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => resolve());
  });
}

/** Who loads the page of an earlier preview again is told so. */
const unknownAddress = {
  zh: "这个网址不是现在这个预览的：预览每次启动，网址都不同。请打开运行它的窗口里写的网址。",
  en: "This address is not of the preview that runs now: each start has an address of its own. Open the one that its window says.",
};

/** Who writes localhost in place of the number is told so; nothing is said that a page of others could use. */
const otherHost = {
  zh: `预览只在 ${host} 应答，不认别的主机名（例如 localhost）。请打开运行它的窗口里写的网址。`,
  en: `The preview answers at ${host}, and at no other name, such as localhost. Open the address that its window says.`,
};

/**
 * The words of the address behind the token, "unknown" without it, or the status that refuses the request. Another page
 * of the same browser can send requests here, and a name of its own that leads to this machine can make them look like
 * ours: so the host is compared, and the page that asks, if the browser says which.
 */
function wayOf(
  { method, url = "", headers, socket }: IncomingMessage,
  token: string,
): readonly string[] | number | "unknown" | "other host" {
  const own = `${host}:${socket.localPort}`;
  if (headers.host !== own) return "other host";
  if (headers.origin !== undefined && headers.origin !== `http://${own}`) return 403;
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") return 403;
  if (method !== "GET") return 405;
  const [, given = "", ...words] = url.replace(/[?#].*$/u, "").split("/");
  if (!isSame(given, token)) return "unknown";
  try {
    return words.map(decodeURIComponent);
  } catch {
    return 404;
  }
}

/** In a time that tells nothing of where they differ. */
function isSame(given: string, token: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}

type Answer = {
  readonly status: number;
  readonly type?: string;
  readonly body?: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
};

const silent = "default-src 'none'; frame-ancestors 'none'";

function headersOf({ type = "text/plain", headers = {} }: Omit<Answer, "status" | "body">) {
  return {
    "content-type": `${type}; charset=utf-8`,
    "content-security-policy": silent,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-resource-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cache-control": "no-store",
    server: serverName,
    ...headers,
  };
}

function answer(response: ServerResponse, { status, body = "", ...about }: Answer): void {
  response.writeHead(status, headersOf(about)).end(body);
}

/** A fault of ours ends no preview: the page says that it got nothing. */
function answerOr(response: ServerResponse, answering: () => void): void {
  try {
    answering();
  } catch {
    if (response.headersSent) response.destroy();
    else answer(response, { status: 500 });
  }
}

function openPages({ departments, draftOf, summaryOf }: Omit<Drafts, "close">, language: Language) {
  const { bytes, policy } = writeLivePage({ viewer: readScript("viewer"), language });
  const page: Answer = {
    ...{ status: 200, type: "text/html", body: bytes },
    headers: { "content-security-policy": policy },
  };
  const listPage = (): Answer => {
    const [first, ...others] = departments().values();
    if (first !== undefined && others.length === 0) return movedTo(`${encodeURIComponent(first.output)}/`);
    const listed = [...departments()].map(([output, one]) => ({ ...one, draft: summaryOf(output) }));
    const list = writeListPage(listed, language);
    const headers = { "content-security-policy": list.policy };
    return { status: 200, type: "text/html", body: list.page, headers };
  };
  return ([department = "", ...words]: readonly string[], response: ServerResponse): void => {
    const draft = draftOf(department);
    const [what, hash] = words;
    const asked = words.length === (what === "pieces" ? 2 : 1) ? what : undefined;
    if (department === "" && words.length === 0) answer(response, listPage());
    else if (draft === undefined) answer(response, notThere);
    else if (words.length === 0) answer(response, movedTo(`${encodeURIComponent(department)}/`));
    else if (asked === "news") follow(draft, response);
    else if (asked === "") answer(response, page);
    else if (asked === "pages") answer(response, json(draft.pages()));
    else if (asked === "findings") answer(response, json(draft.findings()));
    else if (asked === "pieces") answer(response, piece(draft.piece(hash ?? "")));
    else answer(response, notThere);
  };
}

const notThere: Answer = { status: 404 };

/** What a page links to is seen from its folder. */
function movedTo(location: string): Answer {
  return { status: 302, headers: { location } };
}

function json(data: unknown): Answer {
  if (data === undefined) return notThere;
  return { status: 200, type: "application/json", body: JSON.stringify(data) };
}

function piece(body: Uint8Array | undefined): Answer {
  return body === undefined ? notThere : { status: 200, type: "application/octet-stream", body };
}

/** Server-sent events, from the news that there are. */
function follow(draft: Draft, response: ServerResponse): void {
  response.writeHead(200, headersOf({ type: "text/event-stream" }));
  const send = (news: unknown) => response.write(`data: ${JSON.stringify(news)}\n\n`);
  // Milliseconds: who woke a laptop looks at the page at once.
  response.write("retry: 500\n");
  send(draft.news());
  response.on("close", draft.follow(send));
}
