/** A number → an edition that says it in every file, so that files of two editions can be told apart. */

/** Titles come round again after three; each is a file name of its own. */
export function editionOf(number) {
  const text = (kind) => new TextEncoder().encode(`${kind} of edition ${number}\n`.repeat(400));
  const title = "甲乙丙"[number % 3];
  return {
    version: "1.0.0",
    title,
    form: "hebei",
    draft: false,
    documents: ["docx", "pdf"].map((format) => ({ name: `${title}.${format}`, format, bytes: text(format) })),
    lists: [{ name: "findings.csv", bytes: text("findings") }],
    extras: [{ name: "changes.md", bytes: text("changes") }],
    summary: { number },
    history: { keep: 2, records: text("records") },
  };
}
