/** XML as a tree of elements with places; document types, and with them entities, are refused. */
import { SaxesParser } from "saxes";
import type { Problems, SourceText } from "./problems.ts";

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  readonly at: number;
}
const MAX_DEPTH = 50;

export function readXml(source: SourceText, problems: Problems): Element | undefined {
  const parser = new SaxesParser<{ readonly position: true; readonly xmlns: false }>({ position: true, xmlns: false });
  let root: Element | undefined;
  const open: Element[] = [];
  let failed = false;
  const fail = (at: number, message: string, hint: string): void => {
    if (!failed) problems.add("bad-xml", source, at, message, hint);
    failed = true;
  };
  let start = 0;
  parser.on("error", (error) =>
    fail(
      Math.min(parser.position, source.text.length),
      `This is not well-formed XML: ${error.message.replace(/^[^:]*:?\d+:\d+: /, "")}`,
      "Is the file complete? Compare with the original.",
    ),
  );
  parser.on("doctype", () =>
    fail(
      parser.position,
      "The file declares a document type; entities are not read.",
      "Remove the DOCTYPE: these formats need none.",
    ),
  );
  parser.on("opentagstart", () => {
    start = source.text.lastIndexOf("<", Math.max(0, parser.position - 1));
  });
  parser.on("opentag", (tag) => {
    if (failed) return;
    const element: Element = {
      name: tag.name,
      attributes: { ...tag.attributes },
      children: [],
      at: Math.max(0, start),
    };
    const parent = open.at(-1);
    if (parent) parent.children.push(element);
    else root = element;
    open.push(element);
    if (open.length > MAX_DEPTH)
      fail(
        element.at,
        `Elements are nested more than ${MAX_DEPTH} deep.`,
        "A utility space needs fewer than ten levels.",
      );
  });
  parser.on("closetag", () => {
    open.pop();
  });
  // In pieces, so that a refusal stops the reading.
  for (let at = 0; at < source.text.length && !failed; at += 65536) parser.write(source.text.slice(at, at + 65536));
  if (!failed) parser.close();
  return failed ? undefined : root;
}

export const childrenOf = (element: Element, name: string): Element[] =>
  element.children.filter((child) => child.name === name);
