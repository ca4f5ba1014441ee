/** Reads `outcomes.yaml` against the brief that it speaks of. */
import { isMap, isScalar, isSeq, LineCounter, type Node, type YAMLMap } from "yaml";
import type { AgendaNode, Brief, Issue } from "../../brief/brief.ts";
import type { Diagnostic } from "../../brief/diagnostic.ts";
import { decodeData } from "../../import/decode-text.ts";
import { Notes } from "../../import/notes.ts";
import { type ForecastOutcome, hows, type ItemOutcome, type Outcomes, verdicts } from "./outcomes.ts";
import { parseOutcomes } from "./parse-outcomes.ts";

export interface OutcomesResult {
  /** Absent where there are errors. */
  readonly outcomes?: Outcomes;
  readonly diagnostics: readonly Diagnostic[];
}

const mostBytes = 5_000_000;
/** Words of the format, by where they stand. */
const words = {
  "the file": ["outcomes", "brief", "horizons", "sources", "items", "tabled by others", "unforeseen", "forecasts"],
  "a horizon": ["until", "note"],
  "an outcome": ["result", "how", "statement", "source"],
  "a result": ["between"],
  "a verdict": ["verdict", "resolved", "statement", "source"],
} as const satisfies Readonly<Record<string, readonly string[]>>;
/** Of names of one kind that are not known, so many are told singly. */
const mostOfAKind = 5;

export function readOutcomes(bytes: Uint8Array, file: string, brief: Brief): OutcomesResult {
  const notes = new Notes(file);
  if (bytes.length > mostBytes) {
    notes.add("file-too-large", 1, "The file is larger than 5 MB; it has not been read.", "Is this the right file?");
    return { diagnostics: notes.list };
  }
  const lines = new LineCounter();
  const { text } = decodeData(bytes, notes);
  if (notes.failed) return { diagnostics: notes.list };
  const document = parseOutcomes(text, lines, notes);
  if (notes.failed) return { diagnostics: notes.list };
  const outcomes = new Reader(notes, lines, brief).read(document.contents);
  return { ...(notes.failed ? {} : { outcomes }), diagnostics: notes.list };
}

/** Issues that can be settled, by name; instances singly. */
export function issuesOf(brief: Brief): ReadonlyMap<string, Issue> {
  const found = new Map<string, Issue>();
  const collect = (nodes: readonly AgendaNode[]): void => {
    for (const node of nodes) {
      if (node.type === "heading") collect(node.items);
      else for (const issue of node.instances ?? [node]) found.set(issue.id, issue);
      if (node.type === "issue") found.set(node.id, node);
    }
  };
  collect([...brief.agenda, ...brief.othersWillTable]);
  return found;
}

/** The first few names. */
function listed(names: readonly string[]): string {
  return `${names.slice(0, 8).join(", ")}${names.length > 8 ? ", …" : ""}`;
}

type Entry = readonly [key: string, value: Node | null, key: Node];

class Reader {
  private readonly notes: Notes;
  private readonly lines: LineCounter;
  private readonly issues: ReadonlyMap<string, Issue>;
  private readonly forecasts: ReadonlySet<string>;
  private readonly unknowns = new Map<string, number>();

  constructor(notes: Notes, lines: LineCounter, brief: Brief) {
    this.notes = notes;
    this.lines = lines;
    this.issues = issuesOf(brief);
    this.forecasts = new Set(brief.forecasts.map((forecast) => forecast.id));
  }

  read(root: Node | null): Outcomes {
    if (!this.isOutcomes(root)) return { horizons: [], sources: {}, items: {}, forecasts: {} };
    const top = this.fields(root, "the file");
    const horizons = this.entries(top.get("horizons"), "horizons").map(([id, value]) => {
      const fields = this.fields(value, "a horizon");
      const [until, note] = [this.text(fields.get("until")), this.text(fields.get("note"))];
      return { id, ...(until === undefined ? {} : { until }), ...(note === undefined ? {} : { note }) };
    });
    const sources = this.texts(top.get("sources"), "sources");
    if (this.isOfAnotherBrief(top)) return { horizons, sources, items: {}, forecasts: {} };
    const items = Object.fromEntries(
      this.entries(top.get("items"), "items").flatMap(([id, value, key]) => {
        const issue = this.issues.get(id);
        if (issue === undefined) {
          this.unknown("issue", id, key, [...this.issues.keys()]);
          return [];
        }
        const known = horizons.map((horizon) => horizon.id);
        const at = this.entries(value, `item ${id}`).flatMap(([horizon, outcome, where]): [string, ItemOutcome][] => {
          if (known.includes(horizon)) return [[horizon, this.item(issue, outcome, sources)]];
          this.unknown("horizon", horizon, where, known);
          return [];
        });
        return [[id, Object.fromEntries(at)]];
      }),
    );
    const forecasts = Object.fromEntries(
      this.entries(top.get("forecasts"), "forecasts").flatMap(([id, value, key]) => {
        if (this.forecasts.has(id)) return [[id, this.forecast(value, sources)]];
        this.unknown("forecast", id, key, [...this.forecasts]);
        return [];
      }),
    );
    this.countUntold(root);
    return { horizons, sources, items, forecasts };
  }

  private isOutcomes(root: Node | null): boolean {
    const version = isMap(root) ? this.entries(root, "the file").find(([key]) => key === "outcomes") : undefined;
    if (this.text(version?.[1]) === "1") return true;
    this.fail(
      "not-outcomes",
      version?.[2] ?? root,
      version === undefined ? "This is no file of outcomes." : "These outcomes are in another version of the format.",
      "It begins with `outcomes: 1`, the version of the format.",
    );
    return false;
  }

  /** Whether nothing that the file speaks of is in the brief: one error then says so, in place of one for each. */
  private isOfAnotherBrief(top: ReadonlyMap<string, Node | null>): boolean {
    const items = this.entries(top.get("items"), "items");
    const forecasts = this.entries(top.get("forecasts"), "forecasts");
    const named = [...items, ...forecasts];
    const [first] = named;
    if (first === undefined)
      this.fail(
        "nothing-to-score",
        null,
        "The file says of no item and no forecast what came of it.",
        "Write it under `items` and `forecasts`: examples/moscow-1945/README.md.",
      );
    if (first === undefined || named.length === 1) return false;
    if (items.some(([id]) => this.issues.has(id)) || forecasts.some(([id]) => this.forecasts.has(id))) return false;
    const counted = [
      ...(items.length === 0 ? [] : [`${items.length} ${items.length === 1 ? "item" : "items"}`]),
      ...(forecasts.length === 0 ? [] : [`${forecasts.length} ${forecasts.length === 1 ? "forecast" : "forecasts"}`]),
    ].join(" and ");
    this.fail(
      "other-brief",
      first[2],
      `None of the ${counted} here is in the brief: these look like the outcomes of another one.`,
      `Here: ${listed(named.map(([id]) => id))}; in the brief: ${listed([...this.issues.keys(), ...this.forecasts])}.`,
    );
    return true;
  }

  private item(issue: Issue, node: Node | null, sources: Readonly<Record<string, string>>): ItemOutcome {
    const fields = this.fields(node, "an outcome");
    const result = fields.get("result");
    const options = isMap(result) ? this.list(this.fields(result, "a result").get("between")) : this.list(result);
    for (const option of options)
      if (!issue.options.some((known) => known.id === option))
        this.unknown(
          "option",
          option,
          result,
          issue.options.map((known) => known.id),
        );
    const [first, second] = options;
    const statement = this.text(fields.get("statement"));
    return {
      ...(first === undefined ? {} : { result: second === undefined ? [first] : [first, second] }),
      how: this.oneOf(hows, fields.get("how"), node, "how"),
      ...(statement === undefined ? {} : { statement }),
      source: this.sourcesIn(fields.get("source"), sources),
    };
  }

  private forecast(node: Node | null, sources: Readonly<Record<string, string>>): ForecastOutcome {
    const fields = this.fields(node, "a verdict");
    const resolved = this.text(fields.get("resolved"));
    const statement = this.text(fields.get("statement"));
    return {
      verdict: this.oneOf(verdicts, fields.get("verdict"), node, "verdict"),
      ...(resolved === undefined ? {} : { resolved }),
      ...(statement === undefined ? {} : { statement }),
      source: this.sourcesIn(fields.get("source"), sources),
    };
  }

  private sourcesIn(node: Node | null | undefined, known: Readonly<Record<string, string>>): readonly string[] {
    const named = this.list(node);
    for (const source of named)
      if (known[source] === undefined) this.unknown("source", source, node, Object.keys(known));
    return named;
  }

  private oneOf<T extends string>(
    words: readonly T[],
    node: Node | null | undefined,
    around: Node | null,
    what: string,
  ): T {
    const text = this.text(node);
    const found = words.find((word) => word === text);
    if (found === undefined)
      this.fail(
        "wrong-word",
        node ?? around,
        text === undefined ? `\`${what}\` is missing.` : `\`${what}\` cannot be \`${text}\`.`,
        `Expected ${words.join(", ")}.`,
      );
    return found ?? words[0]!;
  }

  private entries(node: Node | null | undefined, what: string): Entry[] {
    if (node === undefined || node === null) return [];
    if (isMap(node))
      return (node as YAMLMap<Node, Node | null>).items.map((pair) => [
        this.text(pair.key) ?? "",
        pair.value,
        pair.key,
      ]);
    this.fail("wrong-type", node, `Names with values were expected in ${what}.`, "Write `name: value` lines.");
    return [];
  }

  /** Values by the words of the format; any other word is an error, since what it says would be lost. */
  private fields(node: Node | null | undefined, where: keyof typeof words): ReadonlyMap<string, Node | null> {
    const known: readonly string[] = words[where];
    return new Map(
      this.entries(node, where).map(([key, value, at]) => {
        if (!known.includes(key))
          this.fail(
            "unknown-word",
            at,
            `\`${key}\` is not a word of ${where}.`,
            `Expected ${known.join(", ")}; text with a comma within braces goes between quotation marks.`,
          );
        return [key, value];
      }),
    );
  }

  private texts(node: Node | null | undefined, what: string): Readonly<Record<string, string>> {
    return Object.fromEntries(this.entries(node, what).map(([key, value]) => [key, this.text(value) ?? ""]));
  }

  private list(node: Node | null | undefined): readonly string[] {
    if (isSeq(node)) return (node.items as Node[]).flatMap((item) => this.text(item) ?? []);
    const text = this.text(node);
    return text === undefined ? [] : [text];
  }

  private text(node: Node | null | undefined): string | undefined {
    return isScalar(node) && typeof node.value === "string" ? node.value : undefined;
  }

  private unknown(kind: string, id: string, node: Node | null | undefined, known: readonly string[]): void {
    const count = (this.unknowns.get(kind) ?? 0) + 1;
    this.unknowns.set(kind, count);
    if (count > mostOfAKind) return;
    this.fail(
      `unknown-${kind}`,
      node,
      `There is no ${kind} \`${id}\`.`,
      known.length === 0 ? "There are none to choose from." : `Known: ${listed(known)}.`,
    );
  }

  /** Beyond the first few of a kind: how many more there are. */
  private countUntold(root: Node | null): void {
    for (const [kind, count] of this.unknowns)
      if (count > mostOfAKind)
        this.fail(
          `unknown-${kind}`,
          root,
          `${count - mostOfAKind} more ${kind}s are not known.`,
          "Is this the file for this brief, and for this version of it?",
        );
  }

  private fail(code: string, node: Node | null | undefined, message: string, hint: string): void {
    const { line, col } = this.lines.linePos(node?.range?.[0] ?? 0);
    this.notes.add(code, Math.max(1, line), message, hint, Math.max(1, col));
  }
}
