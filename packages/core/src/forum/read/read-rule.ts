/** The text of a rule file to a rule, or to what is wrong with it and where. Format: docs/guide/forum-data.md. */
import type { Diagnostic } from "../../brief/diagnostic.ts";
import { type Json, type JsonSource, lineAndColumn, offsetOf, readJson } from "../../conflict/json-source.ts";
import type { Fraction } from "../fraction.ts";
import type { ForumProblem, Report, RulePath } from "../problem.ts";
import type { KnownOfMembers, Rule } from "../rule.ts";
import { type Body, bodyKeys, readBody } from "./body.ts";
import type { NamesInOrder } from "./members.ts";
import {
  isObject,
  type JsonObject,
  readByMember,
  readNames,
  readNumber,
  readText,
  unknownMember,
  whatItMayHave,
} from "./shape.ts";

export type RuleReading =
  | { readonly ok: true; readonly rule: Rule; readonly locate: (path: RulePath) => Diagnostic["place"] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

const knownKeys = ["name", "source", "positions", "otherwise", "chair", "costs", "inFavour"];
const allKeys = [...bodyKeys, ...knownKeys];

/** `file` is only named in messages. */
export function readRule(text: string, file: string): RuleReading {
  const source = readJson(text);
  if ("message" in source) {
    const place = { file, ...lineAndColumn(text, source.offset), length: 1 };
    const hint = "The file has to be JSON.";
    return {
      ok: false,
      diagnostics: [{ code: "forum-not-json", severity: "error", place, message: source.message, hint }],
    };
  }
  const locate = (path: RulePath) => ({ file, ...lineAndColumn(text, offsetOf(source, path)), length: 1 });
  const problems: ForumProblem[] = [];
  const report: Report = (code, path, message, hint) => problems.push({ code, path, message, hint });
  const rule = ruleFrom(source, report);
  if (rule === undefined || problems.length > 0) {
    return { ok: false, diagnostics: problems.map((problem) => ruleDiagnostic(problem, locate)) };
  }
  return { ok: true, rule, locate };
}

export function ruleDiagnostic(
  { code, path, message, hint }: ForumProblem,
  locate: (path: RulePath) => Diagnostic["place"],
): Diagnostic {
  return { code, severity: "error", place: locate(path), path: path.join("/"), message, hint };
}

function ruleFrom(source: JsonSource, report: Report): Rule | undefined {
  const { value } = source;
  if (!isObject(value)) {
    report("forum-shape", [], "The rule is not an object.", 'Write {"members": {"A": 4, "B": 2}, "quota": 4}.');
    return undefined;
  }
  for (const key of Object.keys(value).filter((word) => !allKeys.includes(word))) {
    report("forum-unknown-word", [key], `A rule has no "${key}".`, whatItMayHave(key, allKeys));
  }
  const inOrder: NamesInOrder = (path, object) =>
    Object.keys(object).sort((a, b) => offsetOf(source, [...path, a]) - offsetOf(source, [...path, b]));
  const body = readBody(value, [], inOrder, report);
  if (body === undefined) return undefined;
  const twice = body.members.find((name, k) => body.members.indexOf(name) !== k);
  if (twice !== undefined) {
    report(
      "forum-name-twice",
      ["bodies"],
      `"${twice}" sits in two bodies.`,
      "Give each person one seat, or two names.",
    );
    return undefined;
  }
  if (body.voting.length === 0) {
    report("forum-no-members", ["abstaining"], "Everybody abstains.", "Leave somebody to vote.");
    return undefined;
  }
  const name = readText(value["name"], ["name"], report);
  const cited = readText(value["source"], ["source"], report);
  return {
    ...(name === undefined ? {} : { name }),
    ...(cited === undefined ? {} : { source: cited }),
    members: body.members,
    voting: body.voting,
    game: body.game,
    words: body.words,
    known: knownFrom(value, body, report),
  };
}

function knownFrom(value: JsonObject, { members, voting }: Body, report: Report): KnownOfMembers {
  const places = new Map(members.map((name, k) => [name, k]));
  const ofVoting = <T>(list: readonly T[]): readonly T[] => voting.map((k) => list[k]!);
  const numbers = (key: string, what: string) =>
    value[key] === undefined ? undefined : readByMember(value[key], [key], places, what, report)?.map(toNumber);
  const positions = numbers("positions", "The position");
  const costs = numbers("costs", "The cost");
  const inFavour =
    value["inFavour"] === undefined ? undefined : readNames(value["inFavour"], ["inFavour"], places, report);
  const otherwise =
    value["otherwise"] === undefined
      ? undefined
      : toNumber(readNumber(value["otherwise"], ["otherwise"], "What stands otherwise", report));
  const chair = value["chair"] === undefined ? undefined : chairFrom(value["chair"], places, report);
  if (positions !== undefined) {
    const asked = chair === undefined || voting.includes(chair) ? voting : [...voting, chair];
    const missing = asked.filter((k) => positions[k] === undefined).map((k) => members[k]!);
    if (missing.length > 0) {
      report(
        "forum-missing-number",
        ["positions"],
        `No position for ${missing.slice(0, 5).join(", ")}.`,
        "Give one to every member who votes, and to the chair.",
      );
    }
  }
  costs?.forEach((cost, k) => {
    if (cost !== undefined && cost < 0) {
      report(
        "forum-bad-number",
        ["costs", members[k]!],
        "A cost is below 0.",
        "List whom it costs nothing under inFavour.",
      );
    }
  });
  for (const [key, needs] of [
    ["otherwise", "positions"],
    ["chair", "otherwise"],
    ["inFavour", "costs"],
  ] as const) {
    if (value[key] !== undefined && value[needs] === undefined) {
      report(
        "forum-word-missing",
        [key],
        `"${key}" says nothing without "${needs}".`,
        `Give "${needs}" too, or leave it out.`,
      );
    }
  }
  return {
    ...(positions === undefined ? {} : { positions: ofVoting(positions).map((position) => position ?? 0) }),
    ...(otherwise === undefined ? {} : { otherwise }),
    ...(chair === undefined || positions === undefined
      ? {}
      : { chair: { name: members[chair]!, at: positions[chair] ?? 0 } }),
    ...(costs === undefined
      ? {}
      : { costs: ofVoting(costs), inFavour: voting.map((k) => inFavour?.includes(k) === true) }),
  };
}

function chairFrom(value: Json, places: ReadonlyMap<string, number>, report: Report): number | undefined {
  const place = typeof value === "string" ? places.get(value) : undefined;
  if (place === undefined) report("forum-unknown-member", ["chair"], ...unknownMember(value, places));
  return place;
}

function toNumber(value: Fraction | undefined): number | undefined {
  return value === undefined ? undefined : Number(value.numerator) / Number(value.denominator);
}
