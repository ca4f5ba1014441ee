/** Forms of a single value: text, words of the language, and everything that a mini-form parses. */
import type { Path } from "../brief.ts";
import type { Parsed, Problem } from "../mini/parsed.ts";
import { hintNearest } from "../suggest.ts";
import type { ScalarNode, Span } from "../tree/node.ts";
import type { Form, Reader, Schema } from "./form.ts";
import { reportShape } from "./form.ts";

/** Where in the file a piece of a scalar stands; the whole scalar where quotes or folding hide it. */
export function spanWithin(reader: Reader, node: ScalarNode, at: Problem["at"]): Span {
  const { start, end } = node.span;
  if (at === undefined || reader.desk.text.slice(start, end) !== node.text) return node.span;
  return { start: start + at.offset, end: start + at.offset + at.length };
}

export function reportProblem(reader: Reader, node: ScalarNode, at: Path, problem: Problem): undefined {
  reader.desk.report(problem.code, spanWithin(reader, node, problem.at), problem.message, problem.hint, { path: at });
  return undefined;
}

/** A place that takes one scalar, read by a mini-form. */
export function scalar<T>(expects: string, schema: Schema, parse: (text: string) => Parsed<T>): Form<T> {
  return {
    expects,
    read(node, at, reader) {
      if (node.kind !== "scalar") return reportShape(reader, node, at, expects);
      reader.desk.mark(at, node.span);
      const parsed = parse(node.text);
      return "value" in parsed ? parsed.value : reportProblem(reader, node, at, parsed.problem);
    },
    schema: () => schema,
  };
}

export const TEXT_SCHEMA: Schema = { type: ["string", "number"] };

export const text: Form<string> = scalar("a text", TEXT_SCHEMA, (value) => ({ value }));

/** One of a few words of the language. */
export function oneOf<const W extends string>(...words: readonly W[]): Form<W> {
  const expects = words.map((word) => `\`${word}\``).join(", ");
  return scalar(`one of ${expects}`, { enum: words }, (value) => {
    const found = words.find((word) => word === value);
    if (found !== undefined) return { value: found };
    const hint = hintNearest(value, words, "the words");
    return {
      problem: {
        code: "unknown-word",
        message: `\`${value}\` is none of ${expects}.`,
        ...(hint === undefined ? {} : { hint }),
      },
    };
  });
}

/** `yes`, said or left out. */
export const yes: Form<boolean> = scalar("`yes`", { enum: ["yes"] }, (value) =>
  value === "yes"
    ? { value: true }
    : {
        problem: {
          code: "unknown-word",
          message: `\`${value}\` stands where only \`yes\` can.`,
          hint:
            value === "no" || value === "false" ? "Leave the word out instead." : "Write `yes`, or leave the word out.",
        },
      },
);
