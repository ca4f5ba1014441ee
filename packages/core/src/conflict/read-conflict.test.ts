import { describe, expect, it } from "vitest";
import { compileConflict } from "./compile.ts";
import { digitAt, stateIdAt } from "./graph.ts";
import type { ConflictModel, OptionModel } from "./model.ts";
import { readConflict } from "./read-conflict.ts";
import { analyseStability, equilibriaOf } from "./stability.ts";

const told = (text: string): string[] => {
  const reading = readConflict(text, "c.json");
  return reading.ok
    ? []
    : reading.diagnostics.map(
        ({ place, code, message }) => `${place.file}:${place.line}:${place.column} ${code} ${message}`,
      );
};
const problems = (model: ConflictModel): string[] => {
  const result = compileConflict(model);
  return result.ok ? [] : result.problems.map(({ code, path }) => `${code} ${path.join("/")}`);
};
const pd: OptionModel = {
  form: "option",
  options: [
    { name: "talk", owner: "A" },
    { name: "arm", owner: "B" },
  ],
  ranking: { A: [[1], [0], [3], [2]], B: [[0], [1], [2], [3]] },
};

describe("what is wrong, and where", () => {
  it("JSON that is none", () => {
    expect(told('{\n  "form": option\n}')).toEqual(['c.json:2:11 conflict-not-json "option" is not a JSON value.']);
    expect(told('{"form": "option", "form": "graph"}')).toEqual([
      'c.json:1:20 conflict-not-json The key "form" is given twice.',
    ]);
    expect(told('{"a": [1, 2')).toEqual([
      'c.json:1:12 conflict-not-json "," was expected or "]" after an entry of a list.',
    ]);
    expect(told('{"a": 1} x')).toEqual([
      "c.json:1:10 conflict-not-json Nothing more was expected after the end of the document.",
    ]);
    expect(told('{"form": 1e400}')).toEqual([
      'c.json:1:10 conflict-not-json "1e400" is too large: numbers end at about 1.8e308.',
    ]);
    expect(told("")).toEqual(["c.json:1:1 conflict-not-json A value is missing here."]);
  });
  it("words that are not known, values of the wrong kind", () => {
    expect(told('{"form": "graph",\n "states": [1], "moves": {}, "rankings": {}}')).toEqual([
      'c.json:2:42 conflict-unknown-word "rankings" is not a word known here.',
    ]);
    expect(told('{"form": "graph", "states": 3, "moves": {}}')[0]).toContain(
      '"states" should be a list, but is the number 3.',
    );
    expect(told('{"form": "tree"}')[0]).toContain('"form" should be "option" or "graph".');
    expect(told("[]")[0]).toContain("The document should be an object");
  });
  it("a ranking that misses a state, an unknown owner, no states left, at their places", () => {
    const text =
      '{"form": "option",\n "options": [{"name": "x", "owner": "A"}, {"name": "y", "owner": "C"}],\n "ranking": {"A": [[0], [1]]}}';
    expect(told(text)).toEqual([
      'c.json:2:66 conflict-unknown-owner The option y belongs to "C", who is no decision maker here.',
    ]);
    const missing =
      '{"form": "option",\n "options": [{"name": "x", "owner": "A"}, {"name": "y", "owner": "A"}],\n "ranking": {"A": [[0], [1]]}}';
    expect(told(missing)).toEqual([
      "c.json:3:19 conflict-ranking-misses-states The ranking of A misses 2 states: 2, 3.",
    ]);
    expect(problems({ ...pd, infeasible: ["Y-", "N-"] })).toEqual(["conflict-no-states infeasible"]);
    expect(
      problems({
        ...pd,
        statements: [
          { "at least one": ["talk"] },
          { exclusive: ["talk", "not talk"] },
          { only: "talk", if: "not talk" },
        ],
      }),
    ).toEqual(["conflict-no-states infeasible"]);
  });
  it("a circle of comparisons, named", () => {
    const result = compileConflict({
      ...pd,
      ranking: { B: pd.ranking!["B"]! },
      decisionMakers: ["A", "B"],
      preferences: {
        A: {
          chains: [
            [[0], [1]],
            [[1], [2]],
            [[2], [0]],
          ],
        },
      },
    });
    expect(result.ok ? "" : result.problems[0]!.code).toBe("conflict-preference-cycle");
    expect(result.ok ? "" : result.problems[0]!.message).toMatch(
      /0 below 2 below 1 below 0|1 below 0 below 2 below 1|2 below 1 below 0 below 2/,
    );
  });
  it("patterns, states, moves and decision makers that do not exist", () => {
    expect(problems({ ...pd, infeasible: ["Y"] })).toEqual(["conflict-bad-pattern infeasible/0"]);
    expect(problems({ ...pd, infeasible: ["X-"] })).toEqual(["conflict-bad-pattern infeasible/0"]);
    expect(problems({ ...pd, ranking: { ...pd.ranking, A: [[1], [0], [3], [2, 1], [9]] } })).toEqual([
      "conflict-ranking-repeats-state ranking/A/3/1",
      "conflict-unknown-state ranking/A/4/0",
    ]);
    expect(
      problems({ form: "graph", states: [1, 2], moves: { A: { "1": [1, 3] }, Z: {} }, ranking: { A: [[1], [2]] } }),
    ).toEqual([
      "conflict-unknown-decision-maker moves/Z",
      "conflict-bad-move moves/A/1/0",
      "conflict-unknown-state moves/A/1/1",
    ]);
    expect(problems({ ...pd, statusQuo: 7 })).toEqual(["conflict-unknown-state statusQuo"]);
    expect(problems({ ...pd, decisionMakers: ["A", "B", "C"] })).toEqual(["conflict-no-preferences ranking"]);
  });
});

describe("preferences", () => {
  const ranksOf = (preferences: OptionModel["preferences"], options = pd.options): number[] => {
    const result = compileConflict({
      form: "option",
      options,
      decisionMakers: ["A", "B"],
      preferences: {
        A: preferences!["A"]!,
        B: { payoffs: Object.fromEntries(Array.from({ length: 2 ** options.length }, (_, s) => [s, 0])) },
      },
    });
    if (!result.ok) throw new Error(result.problems[0]!.message);
    return [...result.value.conflict!.ranks[0]!];
  };
  it("weights: decimals tie as decimals do", () => {
    const three = [...pd.options, { name: "wait", owner: "A" }];
    // talk .1 + arm .2 = wait .3
    expect(ranksOf({ A: { weights: { talk: 0.1, arm: 0.2, wait: 0.3 } } }, three)).toEqual([0, 1, 2, 3, 3, 4, 5, 6]);
  });
  it("statements: the first that differs decides", () => {
    expect(ranksOf({ A: { statements: ["not arm", "talk if not arm"] } })).toEqual([1, 2, 0, 0]);
    expect(ranksOf({ A: { statements: ["1 iff 2"] } })).toEqual([1, 0, 0, 1]);
    expect(ranksOf({ A: { statements: ["'talk' or (arm and not talk)"] } })).toEqual([0, 1, 1, 1]);
  });
  it("statements agree with the sum of powers of two, on three options", () => {
    const three = [...pd.options, { name: "wait a while", owner: "A" }];
    const found = ranksOf({ A: { statements: ["wait a while and not arm", "talk", "arm or wait a while"] } }, three);
    const score = (s: number): number =>
      4 * Number((s & 4) !== 0 && (s & 2) === 0) + 2 * (s & 1) + Number((s & 6) !== 0);
    const scores = Array.from({ length: 8 }, (_, s) => score(s));
    const levels = [...new Set(scores)].sort((a, b) => a - b);
    expect(found).toEqual(scores.map((value) => levels.indexOf(value)));
  });
  it("statements that cannot be read say where", () => {
    const result = compileConflict({
      ...pd,
      ranking: {},
      preferences: { A: { statements: ["talk and flee"] }, B: { statements: ["(arm"] } },
    });
    expect(result.ok ? [] : result.problems.map(({ message }) => message)).toEqual([
      'The statement "talk and flee" cannot be read: no option is called "flee" (at character 10).',
      'The statement "(arm" cannot be read: a bracket is not closed (at character 1).',
    ]);
  });
  it("very deep nesting is refused, not a crash", () => {
    const text = `${"(".repeat(5000)}talk${")".repeat(5000)}`;
    expect(
      problems({ ...pd, ranking: { B: pd.ranking!["B"]! }, preferences: { A: { statements: [text] } } })[0],
    ).toContain("conflict-bad-statement");
    const chain = (words: number) =>
      problems({
        ...pd,
        ranking: { B: pd.ranking!["B"]! },
        preferences: { A: { statements: [Array.from({ length: words }, () => "talk").join(" and ")] } },
      });
    expect(chain(1000)).toEqual([]);
    expect(chain(100_000)).toEqual(["conflict-bad-statement preferences/A/statements/0"]);
    expect(told("[".repeat(100000))[0]).toContain("nested too deeply");
  });
});

describe("option form", () => {
  it("multi-valued issues, patterns of digits, statements on values", () => {
    const result = compileConflict({
      form: "option",
      decisionMakers: ["A", "B"],
      options: [
        { name: "tariff", owner: "A", values: ["low", "high", "very high"] },
        { name: "sue", owner: "B" },
      ],
      infeasible: ["2N"],
      statements: [{ only: "sue", if: "tariff is not low" }],
      preferences: {
        A: { weights: { tariff: [0, 2, 3], sue: -2 } },
        B: { statements: ["not tariff is very high", "sue"] },
      },
    });
    if (!result.ok) throw new Error(result.problems[0]!.message);
    const { graph } = result.value;
    const states = Array.from({ length: graph.stateCount }, (_, s) => s);
    expect(states.map((s) => stateIdAt(graph, s))).toEqual([0, 1, 4, 5]);
    expect(states.map((s) => digitAt(graph, graph.options![0]!, s))).toEqual([0, 1, 1, 2]);
  });
  it("[M6] merged states keep all moves and the lowest id: the nine states of Elmira", () => {
    const names = ["Delay", "Accept", "Abandon"];
    const model: OptionModel = {
      form: "option",
      decisionMakers: ["M", "U", "L"],
      options: [
        { name: "Modify", owner: "M", change: "never undone" },
        { name: "Delay", owner: "U", change: "never taken up" },
        { name: "Accept", owner: "U" },
        { name: "Abandon", owner: "U", change: "never undone" },
        { name: "Insist", owner: "L" },
      ],
      statements: [{ exclusive: names }, { "at least one": names }],
      merge: ["---Y-"],
      ranking: {
        // As in elmira.json, states written as options: 1 = NYNNN … 9 = abandoned.
        M: [[20], [4], [5], [21], [18], [2], [3], [19], [8]],
        U: [[2], [5], [21], [18], [8], [4], [20], [3], [19]],
        L: [[20], [4], [18], [2], [21], [19], [5], [3], [8]],
      },
    };
    const result = compileConflict(model);
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    const { graph, conflict } = result.value;
    const stability = analyseStability(conflict!);
    if (!stability.ok) throw new Error("too large");
    expect(graph.stateCount).toBe(9);
    expect(equilibriaOf(stability.value, "nash").map((s) => stateIdAt(graph, s))).toEqual([8, 18, 21]);
  });
});
