import type { Id, Path } from "@demarche/core/brief";
import type { ItemFinding, PlanFindings } from "@demarche/core/run";
import type { Yardstick } from "@demarche/core/worlds";
import type { Piece } from "../svg/markup.ts";
import { type BriefIndex, indexBrief, type PaperInput } from "../wording/index.ts";
import { type Notes, startNotes } from "./notes.ts";

/** What every section of the report is written from. */
export interface Paper {
  readonly index: BriefIndex;
  readonly findings: PlanFindings;
  readonly yardstick: Yardstick;
  readonly us: Id;
  readonly notes: Notes;
  readonly items: ReadonlyMap<Id, ItemFinding>;
  /** Where an item stands in the findings, for pointers. */
  readonly itemPointer: (id: Id) => string;
}

/** A section of the paper; its number is given when the paper is put together. */
export interface Section {
  /** Anchor, unique in the paper. */
  readonly id: string;
  readonly title: string;
  readonly body: (number: string) => Piece;
}
/** Null where the brief and the findings hold nothing for it. */
export type SectionWriter = (paper: Paper) => Section | null;

export function openPaper(input: PaperInput): Paper {
  const index = indexBrief(input.brief);
  const { findings } = input;
  const places = new Map(findings.items.map((item, i) => [item.id, `/items/${i}`]));
  return {
    index,
    findings,
    yardstick: input.brief.method.yardstick ?? "icd203",
    us: findings.us,
    notes: startNotes(index),
    items: new Map(findings.items.map((item) => [item.id, item])),
    itemPointer: (id) => places.get(id) ?? "/items",
  };
}

/** The items that we put on the agenda; what others will table stands apart. */
export function ownItems(paper: Paper): readonly ItemFinding[] {
  const own = new Set(paper.index.ownIssues.map((issue) => issue.id));
  return paper.findings.items.filter((item) => own.has(item.id));
}

/** An id as it may stand in an anchor: instances are written ISSUE/INSTANCE. */
export function anchor(kind: string, id: string): string {
  return `${kind}-${id.replace(/\//gu, "--").replace(/[^A-Za-z0-9-]/gu, "_")}`;
}

/** Where the paper treats the thing at a place in the brief; undefined: nowhere in particular. */
export function anchorOfPath(paper: Paper, path: Path): string | undefined {
  const parts = path.split("/");
  const [top, name, next] = parts;
  if (top === "method") return "method";
  if (top === undefined || name === undefined) return undefined;
  switch (top) {
    case "agenda": {
      const ids = [`${name}/${next}`, ...parts.slice(1).reverse()];
      const item =
        ids.find((id) => paper.items.has(id)) ??
        paper.findings.items.find((entry) => entry.under.includes(name) || entry.instanceOf === name)?.id;
      return item === undefined ? "glance" : anchor("item", item);
    }
    case "others will table":
      return "others";
    case "moves":
      return paper.index.moves.has(name) ? anchor("move", name) : "moves";
    case "assumptions":
      return "assumptions";
    case "goals":
      return "goals";
    case "links":
      return "linkage";
    case "rules":
      return "linkage";
    case "forums":
      return "calendar";
    case "forecasts":
      return "forecasts";
    case "plan":
      return "steps";
    case "parties":
    case "blocs":
    case "terms":
      return "terms";
    case "beliefs":
      return paper.index.brief.beliefs.length > 0 ? "disclosure" : undefined;
    case "sources":
      return "sources";
    default:
      return undefined;
  }
}
