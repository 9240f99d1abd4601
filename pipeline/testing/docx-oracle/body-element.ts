/** An element that may stand in the body; docx takes there what extends its FileChild, and nothing else. */
import { FileChild, type XmlComponent } from "docx";

export class BodyElement extends FileChild {
  constructor(name: string, children: readonly XmlComponent[]) {
    super(name);
    this.root.push(...children);
  }
}
