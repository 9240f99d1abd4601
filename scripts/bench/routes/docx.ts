/** docx as it comes: its objects for the whole document, packed by its Packer. */
import { Document, Packer } from "docx";
import { blockOf, pageProperties, paragraphStyles } from "../docx-objects.ts";
import type { Route } from "../measurement.ts";
import { readContent } from "../read-content.ts";

export const docxAsItComes: Route = async (job) => {
  const content = readContent(job.work);
  return async ({ lap, keep }) => {
    const bytes = await lap("write", () => {
      const document = new Document({
        title: content.title,
        styles: { paragraphStyles: paragraphStyles(content) },
        sections: [{ properties: pageProperties(content), children: content.blocks.map(blockOf) }],
      });
      return Packer.toBuffer(document);
    });
    keep("docx.docx", bytes);
  };
};
