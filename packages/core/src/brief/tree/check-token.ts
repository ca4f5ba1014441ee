/** What YAML has and a brief has not: anchors, aliases, tags, keys with `?`, directives. */
import type { Code } from "../codes.ts";
import type { Desk } from "../desk.ts";
import type { Span } from "./node.ts";

const QUOTE = "If it is text, put it between quotation marks.";
const FORBIDDEN: Readonly<Record<string, { readonly code: Code; readonly what: string; readonly hint: string }>> = {
  "&": { code: "anchor", what: "a YAML anchor", hint: `${QUOTE} Blocs and headings save saying a thing twice.` },
  "*": { code: "alias", what: "a YAML alias", hint: `${QUOTE} Otherwise write out what it stands for.` },
  "!": { code: "tag", what: "a YAML tag", hint: QUOTE },
  "?": { code: "explicit-key", what: "the mark of a YAML key", hint: `${QUOTE} Entries are written \`key: value\`.` },
  "%": { code: "directive", what: "a YAML directive", hint: "Remove the line." },
};

/** True if a brief may hold the token; else reports it. */
export function checkToken(desk: Desk, token: string, at: Span): boolean {
  const found = FORBIDDEN[token[0]!];
  if (found === undefined) return true;
  desk.report(found.code, at, `\`${token}\` is ${found.what}; a brief has none.`, found.hint);
  return false;
}
