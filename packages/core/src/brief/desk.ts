/** What the reading stages share: the text, where diagnostics go, and where each path stands. */
import type { Path } from "./brief.ts";
import type { Code } from "./codes.ts";
import { codes } from "./codes.ts";
import type { Diagnostic, Locate, Place } from "./diagnostic.ts";
import { indexLines } from "./text/line-index.ts";
import type { Span } from "./tree/node.ts";

interface More {
  readonly path?: Path;
  readonly other?: Span | undefined;
}
export interface Desk {
  readonly text: string;
  readonly diagnostics: Diagnostic[];
  report(code: Code, at: Span, message: string, hint?: string, more?: More): void;
  /** Says that the value at `path` stands at `at`; the first one said wins. */
  mark(path: Path, at: Span): void;
  spanOf(path: Path): Span | undefined;
  readonly locate: Locate;
}

/** More than this many errors help nobody. */
const MAX_ERRORS = 200;

export function openDesk(text: string, file: string): Desk {
  const lines = indexLines(text);
  const spans = new Map<Path, Span>();
  const diagnostics: Diagnostic[] = [];
  let errors = 0;
  const place = ({ start, end }: Span): Place => ({
    file,
    ...lines.position(start),
    length: Math.max(1, end - start),
  });
  const spanOf = (path: Path) => {
    for (let at = path; ; at = at.slice(0, at.lastIndexOf("/"))) {
      const span = spans.get(at);
      if (span !== undefined) return span;
      if (!at.includes("/")) return spans.get("");
    }
  };
  return {
    text,
    diagnostics,
    report(code, at, message, hint, more = {}) {
      if (codes[code] === "error") {
        errors += 1;
        if (errors === MAX_ERRORS + 1) {
          const message = `There are more than ${MAX_ERRORS} errors; the rest are not shown.`;
          diagnostics.push({ code: "too-many-errors", severity: codes["too-many-errors"], place: place(at), message });
        }
        if (errors > MAX_ERRORS) return;
      }
      diagnostics.push({
        code,
        severity: codes[code],
        place: place(at),
        message,
        ...(hint === undefined ? {} : { hint }),
        ...(more.path === undefined ? {} : { path: more.path }),
        ...(more.other === undefined ? {} : { other: place(more.other) }),
      });
    },
    mark(path, at) {
      if (!spans.has(path)) spans.set(path, at);
    },
    spanOf,
    locate: (path) => place(spanOf(path) ?? { start: 0, end: 1 }),
  };
}
