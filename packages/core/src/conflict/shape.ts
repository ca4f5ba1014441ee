/** Whether JSON has the form of a conflict model: keys, kinds of values. What the values mean is checked by `compileConflict`. */
import type { Json } from "./json-source.ts";
import type { ConflictModel } from "./model.ts";
import { fail, type ModelPath, type Problem, type Result, succeed } from "./problem.ts";

/** Checks one value and adds what is wrong with it. */
type Check = (value: Json, path: ModelPath, problems: Problem[]) => void;
interface Field {
  readonly check: Check;
  readonly needed?: true;
}

const kindOf = (value: Json): string => {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "an object" : `the ${typeof value} ${JSON.stringify(value)}`;
};
const isObject = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function wrong(expected: string, value: Json, path: ModelPath, problems: Problem[]): void {
  const where = path.length === 0 ? "The document" : `"${path.join("/")}"`;
  problems.push({ code: "conflict-shape", path, message: `${where} should be ${expected}, but is ${kindOf(value)}.` });
}

const text: Check = (value, path, problems) => {
  if (typeof value !== "string") wrong("a text", value, path, problems);
};
const number: Check = (value, path, problems) => {
  if (typeof value !== "number" || !Number.isFinite(value)) wrong("a number", value, path, problems);
};
const stateId: Check = (value, path, problems) => {
  if (typeof value !== "number" && typeof value !== "string")
    wrong("a state (a number or a text)", value, path, problems);
};
function oneOf(words: readonly string[]): Check {
  return (value, path, problems) => {
    if (typeof value !== "string" || !words.includes(value))
      wrong(words.map((word) => `"${word}"`).join(" or "), value, path, problems);
  };
}
function listOf(item: Check): Check {
  return (value, path, problems) => {
    if (!Array.isArray(value)) wrong("a list", value, path, problems);
    else
      value.forEach((entry: Json, k) => {
        item(entry, [...path, k], problems);
      });
  };
}
function recordOf(item: Check): Check {
  return (value, path, problems) => {
    if (!isObject(value)) wrong("an object", value, path, problems);
    else for (const [key, entry] of Object.entries(value)) item(entry, [...path, key], problems);
  };
}
function fields(known: Readonly<Record<string, Field>>): Check {
  return (value, path, problems) => {
    if (!isObject(value)) {
      wrong("an object", value, path, problems);
      return;
    }
    for (const [key, entry] of Object.entries(value)) {
      const field = Object.hasOwn(known, key) ? known[key] : undefined;
      if (field === undefined) {
        problems.push({
          code: "conflict-unknown-word",
          path: [...path, key],
          message: `"${key}" is not a word known here.`,
          hint: `Known are ${Object.keys(known).join(", ")}.`,
        });
      } else field.check(entry, [...path, key], problems);
    }
    for (const [key, field] of Object.entries(known)) {
      if (field.needed === true && !Object.hasOwn(value, key)) {
        problems.push({
          code: "conflict-shape",
          path,
          message: `"${key}" is missing${path.length === 0 ? "" : ` in "${path.join("/")}"`}.`,
        });
      }
    }
  };
}

const group: Check = (value, path, problems) => {
  if (value !== ">>") listOf(stateId)(value, path, problems);
};
const ranking = listOf(group);
const weight: Check = (value, path, problems) => {
  if (Array.isArray(value)) listOf(number)(value, path, problems);
  else number(value, path, problems);
};
const PREFERENCE_FORMS: Readonly<Record<string, Check>> = {
  ranking,
  weights: recordOf(weight),
  statements: listOf(text),
  payoffs: recordOf(number),
  chains: listOf(ranking),
};
const preference: Check = (value, path, problems) => {
  const keys = isObject(value) ? Object.keys(value) : [];
  const form = keys.length === 1 && Object.hasOwn(PREFERENCE_FORMS, keys[0]!) ? PREFERENCE_FORMS[keys[0]!] : undefined;
  if (form === undefined)
    wrong(`an object with one of ${Object.keys(PREFERENCE_FORMS).join(", ")}`, value, path, problems);
  else form((value as Record<string, Json>)[keys[0]!]!, [...path, keys[0]!], problems);
};
const STATEMENT_FORMS: readonly Readonly<Record<string, Field>>[] = [
  { exclusive: { check: listOf(text), needed: true } },
  { "at least one": { check: listOf(text), needed: true } },
  { only: { check: text, needed: true }, if: { check: text, needed: true } },
];
const statement: Check = (value, path, problems) => {
  const form = isObject(value)
    ? STATEMENT_FORMS.find((known) => Object.hasOwn(value, Object.keys(known)[0]!))
    : undefined;
  if (form === undefined)
    wrong('an object with "exclusive", "at least one", or "only" and "if"', value, path, problems);
  else fields(form)(value, path, problems);
};

const COMMON: Readonly<Record<string, Field>> = {
  form: { check: oneOf(["option", "graph"]), needed: true },
  name: { check: text },
  source: { check: text },
  purpose: { check: text },
  decisionMakers: { check: listOf(text) },
  labels: { check: recordOf(text) },
  ranking: { check: recordOf(ranking) },
  preferences: { check: recordOf(preference) },
  statusQuo: { check: stateId },
  unseen: { check: recordOf(listOf(stateId)) },
  believes: { check: recordOf(recordOf(ranking)) },
};
const OPTION_FORM: Readonly<Record<string, Field>> = {
  ...COMMON,
  options: {
    needed: true,
    check: listOf(
      fields({
        name: { check: text, needed: true },
        owner: { check: text, needed: true },
        values: { check: listOf(text) },
        change: { check: oneOf(["never undone", "never taken up"]) },
      }),
    ),
  },
  infeasible: { check: listOf(text) },
  statements: { check: listOf(statement) },
  final: { check: listOf(text) },
  merge: { check: listOf(text) },
};
const GRAPH_FORM: Readonly<Record<string, Field>> = {
  ...COMMON,
  states: { check: listOf(stateId), needed: true },
  moves: { check: recordOf(recordOf(listOf(stateId))), needed: true },
};

export function checkShape(value: Json): Result<ConflictModel> {
  const problems: Problem[] = [];
  if (!isObject(value)) wrong("an object", value, [], problems);
  else if (value["form"] !== "option" && value["form"] !== "graph") {
    problems.push({
      code: "conflict-shape",
      path: ["form"],
      message: '"form" should be "option" or "graph".',
      hint: "Option form lists options and who holds them; graph form lists states and moves.",
    });
  } else fields(value["form"] === "option" ? OPTION_FORM : GRAPH_FORM)(value, [], problems);
  return problems.length > 0 ? fail(problems) : succeed(value as unknown as ConflictModel);
}
