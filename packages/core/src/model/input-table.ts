/** Collects every number that feeds a run: one input each, keyed by names. */
import type { Brief, Citation, Path } from "../brief/brief.ts";
import { sourcesOf } from "../brief/index.ts";
import type { DefaultUsed, InputGroup } from "../run/findings.ts";
import { type Distribution, quantile } from "../worlds/index.ts";
import type { Input, InputIndex, Standing } from "./model.ts";

export interface NewInput {
  /** What is drawn ("ideal", "cost", …) and whose: together the draw key. */
  readonly kind: string;
  readonly id: string;
  readonly group: InputGroup | "events";
  readonly distribution: Distribution;
  readonly path: Path;
  readonly what: string;
  readonly unknown?: boolean;
  /** The brief gives it; else it is the method's default. */
  readonly given?: boolean;
  readonly bloc?: Input["bloc"];
  /** Draw key shared with other inputs, where one draw decides several numbers; the input's own otherwise. */
  readonly stream?: string;
}

export class InputTable {
  readonly inputs: Input[] = [];
  readonly defaults: DefaultUsed[] = [];
  private readonly brief: Brief;
  private readonly known = new Map<string, InputIndex>();

  constructor(brief: Brief) {
    this.brief = brief;
  }

  /** Adds an input, or finds the one of the same key. */
  add(input: NewInput): InputIndex {
    const key = `${input.kind} ${input.id}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const index = this.inputs.length;
    this.inputs.push({
      key: input.stream ?? key,
      distribution: input.distribution,
      group: input.group,
      path: input.path,
      what: input.what,
      unknown: input.unknown ?? false,
      standing: input.given === true ? this.standingOf(input.path) : "default",
      ...(input.bloc === undefined ? {} : { bloc: input.bloc }),
    });
    this.known.set(key, index);
    return index;
  }

  /** The input of this key. @throws Error where there is none (a bug). */
  find(key: string): InputIndex {
    const index = this.known.get(key);
    if (index === undefined) throw new Error(`no input '${key}'`);
    return index;
  }

  /** The middle of what is said of an input. */
  median(index: InputIndex): number {
    return quantile(this.inputs[index]!.distribution, 0.5);
  }

  /** A draw of luck, uniform in (0, 1). */
  luck(kind: string, id: string, path: Path): InputIndex {
    return this.add({
      kind: `luck of ${kind}`,
      id,
      group: "events",
      distribution: { kind: "uniform", low: 0, high: 1 },
      path,
      what: `luck of ${kind}`,
    });
  }

  /** A number that the method gives and nobody has to know. */
  constant(kind: string, id: string, value: number, path: Path): InputIndex {
    return this.add({ kind, id, group: "model", distribution: { kind: "exact", value }, path, what: kind });
  }

  noteDefault(path: Path, what: string, value: string): void {
    this.defaults.push({ path, what, value });
  }

  private standingOf(path: Path): Standing {
    const citations: readonly Citation[] = sourcesOf(this.brief, path) ?? [];
    if (citations.some((c) => c.kind === "hindsight")) return "judgedAfter";
    if (citations.some((c) => c.kind === "source")) return "cited";
    if (citations.some((c) => c.kind === "judgement")) return "judged";
    return this.brief.head.unsourced === "hindsight" ? "judgedAfter" : "judged";
  }
}
