/** Conditions with their names known: what a bare name or an `is` speaks of follows from what the name names. */
import type { Condition, Fact, Path } from "../brief.ts";
import type { Word, WrittenCondition, WrittenFact } from "../mini/condition.ts";
import { parseWrittenCondition } from "../mini/condition.ts";
import { hintNearest } from "../suggest.ts";
import type { ScalarNode, Span } from "../tree/node.ts";
import type { Form, Reader } from "./form.ts";
import { reportShape } from "./form.ts";
import { checkItem, checkOption, checkReference } from "./reference.ts";
import { reportProblem, spanWithin, TEXT_SCHEMA } from "./scalar.ts";

const EXPECTS =
  "a condition such as `ruhr is clause or better`, `sounding is warm` or `line-holds and not ruhr refused`";

interface Here {
  readonly reader: Reader;
  readonly node: ScalarNode;
  readonly at: Path;
}

export const condition: Form<Condition> = {
  expects: EXPECTS,
  read(node, at, reader) {
    if (node.kind !== "scalar") return reportShape(reader, node, at, EXPECTS);
    reader.desk.mark(at, node.span);
    const parsed = parseWrittenCondition(node.text);
    if ("problem" in parsed) return reportProblem(reader, node, at, parsed.problem);
    return resolve(parsed.value, { reader, node, at });
  },
  schema: (definitions) => {
    definitions.set("condition", { ...TEXT_SCHEMA, description: EXPECTS });
    return { $ref: "#/$defs/condition" };
  },
};

function spanOf({ reader, node }: Here, word: Word): Span {
  return spanWithin(reader, node, { offset: word.offset, length: word.text.length });
}

function resolve(written: WrittenCondition, here: Here): Condition | undefined {
  if (written.op === "fact") {
    const fact = resolveFact(written.fact, here);
    return fact === undefined ? undefined : { op: "fact", ...fact };
  }
  if (written.op === "not") {
    const part = resolve(written.part, here);
    return part === undefined ? undefined : { op: "not", part };
  }
  const parts = written.parts.map((part) => resolve(part, here));
  return parts.every((part) => part !== undefined) ? { op: written.op, parts } : undefined;
}

function refer(here: Here, word: Word, kind: "assumption" | "party" | "forum" | "move"): string | undefined {
  return checkReference(here.reader, word.text, spanOf(here, word), [kind], here.at) === undefined
    ? undefined
    : word.text;
}

function referItem(here: Here, word: Word): string | undefined {
  return checkItem(here.reader, word.text, spanOf(here, word), here.at);
}

function resolveFact(written: WrittenFact, here: Here): Fact | undefined {
  switch (written.fact) {
    case "date":
      return written;
    case "holds": {
      const assumption = refer(here, written.name, "assumption");
      return assumption === undefined ? undefined : { fact: "assumption", assumption };
    }
    case "broke down": {
      const forum = refer(here, written.forum, "forum");
      return forum === undefined ? undefined : { fact: "broke down", forum };
    }
    case "accepts": {
      const party = refer(here, written.party, "party");
      const issue = referItem(here, written.issue);
      if (party === undefined || issue === undefined) return undefined;
      const { text: option } = written.option;
      return checkOption(here.reader, option, spanOf(here, written.option), here.at, [issue])
        ? { fact: "accepts", party, option, issue }
        : undefined;
    }
    case "state": {
      const { state } = written;
      if (state === "done" || state === "worked" || state === "failed") {
        const move = refer(here, written.name, "move");
        return move === undefined ? undefined : { fact: "move", move, state };
      }
      const issue = referItem(here, written.name);
      return issue === undefined ? undefined : { fact: "item", issue, state };
    }
    default:
      return resolveIs(written, here);
  }
}

function resolveIs(written: Extract<WrittenFact, { fact: "is" }>, here: Here): Fact | undefined {
  const { reader, at } = here;
  const { negated, orBetter } = written;
  const name = written.name.text;
  if (reader.names.things.get(name)?.kind === "move") {
    const signal = written.value.text;
    const signals = reader.names.signals.get(name);
    const known = Array.isArray(signals) ? (signals as readonly string[]) : [];
    if (orBetter) {
      reader.desk.report(
        "not-a-condition",
        spanOf(here, written.value),
        `\`or better\` stands behind options; \`${name}\` is a move.`,
        "Join signals with `or`.",
        { path: at },
      );
      return undefined;
    }
    if (!known.includes(signal)) {
      const hint =
        signals === "success"
          ? `It tells only whether it worked: \`${name} worked\` or \`${name} failed\`.`
          : hintNearest(signal, known, `signals of \`${name}\``);
      reader.desk.report(
        "unknown-signal",
        spanOf(here, written.value),
        `\`${signal}\` is not a signal of \`${name}\`.`,
        hint,
        { path: at },
      );
      return undefined;
    }
    return { fact: "signal", move: name, signal, negated };
  }
  if (!reader.names.issues.has(name) && !name.includes("/")) {
    checkReference(reader, name, spanOf(here, written.name), ["issue", "move"], at);
    return undefined;
  }
  const issue = referItem(here, written.name);
  if (issue === undefined) return undefined;
  const option = written.value.text;
  if (!checkOption(reader, option, spanOf(here, written.value), at, [issue])) return undefined;
  return { fact: "is", issue, option, orBetter, negated };
}
