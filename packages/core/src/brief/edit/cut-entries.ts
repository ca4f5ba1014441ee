/**
 * Entries taken out of one mapping or list: their own lines in block style, with their commas in flow style. Comments on
 * lines of their own stay. At least one entry must stay, since an empty block says something else.
 */
import type { Splice } from "./edit.ts";
import { type Entry, inFlow, lineEnd, lineStart } from "./source-text.ts";
import { cut } from "./splice.ts";

/** Splices that do not overlap, in the order of the text; for a single entry there is one. */
export function cutEntries(text: string, siblings: readonly Entry[], gone: ReadonlySet<number>): readonly Splice[] {
  const parent = siblings[0]?.parent;
  if (parent === undefined) return [];
  return runsOf(siblings, gone).flatMap((run) => (inFlow(parent) ? [cutFlow(text, run)] : cutBlock(text, run)));
}

/** Neighbours that go together, with those that stay on either side. */
interface Run {
  readonly entries: readonly Entry[];
  readonly before: Entry | undefined;
  readonly after: Entry | undefined;
}
function runsOf(siblings: readonly Entry[], gone: ReadonlySet<number>): readonly Run[] {
  const starts = siblings.filter(({ index }) => gone.has(index) && !gone.has(index - 1));
  return starts.map(({ index }) => {
    const rest = siblings.slice(index);
    const length = rest.findIndex((each) => !gone.has(each.index));
    const entries = length < 0 ? rest : rest.slice(0, length);
    return { entries, before: siblings[index - 1], after: siblings[index + entries.length] };
  });
}

function cutBlock(text: string, { entries, before, after }: Run): readonly Splice[] {
  const [first] = entries;
  if (!first) return [];
  const lines = (each: Entry): Splice => {
    const end = lineEnd(text, each.end);
    return cut(text, lineStart(text, each.start), end + eolLength(text, end), "");
  };
  const behindDash = text.slice(lineStart(text, first.start), first.start).trim() !== "";
  if (before || !behindDash || !after) return entries.map(lines);
  // The first entry of a mapping or list that begins behind a dash: what follows moves up, unless comments stand between.
  const spaces = entries.map((each, i) => text.slice(lineEnd(text, each.end), (entries[i + 1] ?? after).start));
  if (spaces.every((space) => space.trim() === "")) return [cut(text, first.start, after.start, "")];
  const blanks = /[ \t]*$/.exec(text.slice(0, first.start))?.[0].length ?? 0;
  return [cut(text, first.start - blanks, lineEnd(text, first.end), ""), ...entries.slice(1).map(lines)];
}

function cutFlow(text: string, { entries, before, after }: Run): Splice {
  const start = entries[0]?.start ?? 0;
  const end = entries.at(-1)?.end ?? start;
  if (after) {
    const between = text.slice(end, after.start);
    // The comma, and the comment behind it on the same line, belong to this entry; comments below belong to the next.
    const own = /^\s*(?:#[^\n]*\n\s*)*,[ \t]*(?:#[^\n]*)?\s*/.exec(between)?.[0] ?? between;
    return cut(text, start, end + own.length, "");
  }
  if (before && /^\s*,\s*$/.test(text.slice(before.end, start))) return cut(text, before.end, end, "");
  // A comment stands before: the comma in front of it stays, so one behind the last entry must go.
  const comma = /^\s*(?:#[^\n]*\n\s*)*,/.exec(text.slice(end))?.[0] ?? "";
  return cut(text, start, end + comma.length, "");
}

function eolLength(text: string, at: number): number {
  if (text.startsWith("\r\n", at)) return 2;
  return text.startsWith("\n", at) ? 1 : 0;
}
