/** A strict reader of our own HTML for the tests: what is not a tag we know, well nested, is an error. Shares no code with the writer. */
export interface ReadMarkup {
  readonly tags: ReadonlySet<string>;
  readonly attributes: ReadonlySet<string>;
  readonly ids: readonly string[];
  readonly targets: readonly string[];
  /** Text of the body with markup taken out; block elements end a sentence. */
  readonly text: string;
}
const empty = new Set(["meta", "col"]);
const inline = new Set(["a", "span", "strong", "sup", "code", "bdi"]);
const tag = /<(\/?)([a-z][a-zA-Z0-9]*)((?: [a-zA-Z][a-zA-Z0-9:-]*="[^"<>]*")*)(\/?)>/gu;

export function readMarkup(page: string): ReadMarkup {
  const body = page.replace(/^<!doctype html>\n/u, "").replace(/<style>[^<]*<\/style>/gu, "");
  const open: string[] = [];
  const tags = new Set<string>();
  const attributes = new Set<string>();
  const ids: string[] = [];
  const targets: string[] = [];
  let text = "";
  let at = 0;
  for (const match of body.matchAll(tag)) {
    const [whole, closing, name = "", list = "", selfClosing] = match;
    text += between(body, at, match.index);
    at = match.index + whole.length;
    tags.add(name);
    if (!inline.has(name)) text += "\n";
    for (const [, key = "", value = ""] of list.matchAll(/ ([a-zA-Z][a-zA-Z0-9:-]*)="([^"]*)"/gu)) {
      attributes.add(key);
      if (key === "id") ids.push(value);
      if (key === "href") targets.push(value);
    }
    if (closing === "/") {
      const last = open.pop();
      if (last !== name) throw new Error(`</${name}> closes <${last}> near "${body.slice(at - 80, at)}"`);
    } else if (selfClosing !== "/" && !empty.has(name)) {
      open.push(name);
    }
  }
  text += between(body, at, body.length);
  if (open.length > 0) throw new Error(`left open: ${open.join(" > ")}`);
  return { tags, attributes, ids, targets, text };
}

function between(body: string, from: number, to: number): string {
  const piece = body.slice(from, to);
  if (/[<>]/u.test(piece)) throw new Error(`not a tag: "${piece.slice(0, 120)}"`);
  return piece;
}
