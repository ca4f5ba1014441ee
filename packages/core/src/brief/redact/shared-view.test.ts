import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readBrief } from "../read-brief.ts";
import { sharedView } from "./shared-view.ts";

function seen(text: string, ...readers: string[]): string {
  const view = sharedView(text, readers);
  if (view.text === undefined) throw new Error(view.diagnostics.map((one) => `${one.code}: ${one.message}`).join("\n"));
  expect(sharedView(view.text, readers).text).toBe(view.text);
  return view.text;
}
/** Blank lines are laid out anew; where only what is left matters, they are left out. */
function tight(text: string): string {
  return text.replaceAll(/\n\n+/g, "\n");
}
function refusals(text: string, ...readers: string[]) {
  const view = sharedView(text, readers);
  expect(view.text).toBeUndefined();
  return view.diagnostics.map(({ code, place }) => `${place.line}:${place.column} ${code}`);
}

const HEAD = "demarche: 1\nreaders: { chief: The minister, staff: The delegation }\n";

describe("hiding", () => {
  test("a marked mapping goes with all it holds; its own readers see it", () => {
    const text = `${HEAD}terms: { a: A, b: { name: B, only for: chief }, c: C }\n`;
    expect(tight(seen(text, "staff"))).toBe(`${HEAD}terms: { a: A, c: C }\n`);
    expect(tight(seen(text, "chief"))).toBe(text);
    expect(tight(seen(text, "staff", "chief"))).toBe(text);
  });

  test("a value written long goes with its word", () => {
    const text = `${HEAD}parties:\n  us: { name: Us, influence: { value: 80, only for: [chief] } }\n`;
    expect(tight(seen(text, "staff"))).toBe(`${HEAD}parties:\n  us: { name: Us }\n`);
  });

  test("what refers to a hidden thing goes, up to the nearest named thing or list entry, and so on", () => {
    const text = `${HEAD}sources:
  talk: { name: A talk, only for: chief }
  paper: A paper
agenda:
  - issue: price
    options: [low, high]
    positions:
      us: { ideal: high, source: talk#2 }
      them: low
  - { issue: date, options: [soon, late], positions: { us: soon }, source: talk }
goals:
  promise: { statement: Kept, issue: [price, date] }
  speed: { statement: Soon, issue: date, basis: paper }
plan: [ask-them, { ask: soon, issue: date }]
moves:
  ask-them: { kind: probe, issue: price, source: [paper, talk] }
`;
    expect(tight(seen(text, "staff"))).toBe(`${HEAD}sources:
  paper: A paper
agenda:
  - issue: price
    options: [low, high]
    positions:
      them: low
goals:
  promise: { statement: Kept, issue: [price] }
plan: [ask-them]
moves:
  ask-them: { kind: probe, issue: price, source: [paper] }
`);
  });

  test("options, signals and passages hide only in their own issue, move and source", () => {
    const text = `${HEAD}sources:
  paper: { name: P, passages: { 1: { words: x, only for: chief }, 2: y } }
agenda:
  - issue: price
    options: { low: 0, deal: { at: 50, only for: chief }, high: 100 }
    positions: { us: { ideal: high, fallbacks: [deal, low] }, them: deal }
  - { issue: date, options: [deal, late], positions: { us: deal } }
rules:
  first: { if: price is not deal, then: [{ party: them, issue: date, ideal: deal }] }
  second: { if: date is deal, then: [{ party: them, issue: price, ideal: deal }, { party: them, issue: date, ideal: deal }] }
links:
  swap: { offer: { price: deal, date: deal } }
moves:
  look: { kind: probe, issue: date, source: paper#2, signals: { warm: { chance: 10%, only for: chief }, cold: 20% } }
  press: { kind: press, issue: date, source: paper#1 }
plan: [look, { if: look is warm, then: [press] }, { if: look is cold, then: [{ ask: deal, issue: date }] }]
`;
    expect(tight(seen(text, "staff"))).toBe(`${HEAD}sources:
  paper: { name: P, passages: { 2: y } }
agenda:
  - issue: price
    options: { low: 0, high: 100 }
    positions: { us: { ideal: high, fallbacks: [low] } }
  - { issue: date, options: [deal, late], positions: { us: deal } }
rules:
  second: { if: date is deal, then: [{ party: them, issue: date, ideal: deal }] }
links:
  swap: { offer: { date: deal } }
moves:
  look: { kind: probe, issue: date, source: paper#2, signals: { cold: 20% } }
plan: [look, { if: look is cold, then: [{ ask: deal, issue: date }] }]
`);
  });

  test("what is left empty goes too", () => {
    const text = `${HEAD}agenda:
  - heading: talks
    items:
      - { issue: price, options: [a, b], only for: chief }
  - { issue: date, options: [a, b] }
links: { swap: { offer: { price: b } } }
forums:
  board: { name: Board, members: [x], competence: { price: 50% } }
rules: { r: { if: date is a, then: [{ issue: price, admission: +10% }] } }
moves: { look: { kind: probe, forum: board } }
plan: [{ if: date is a, then: [look], else: [look] }]
`;
    expect(tight(seen(text, "staff"))).toBe(`${HEAD}agenda:\n  - { issue: date, options: [a, b] }\n`);
  });
});

describe("no trace", () => {
  test("comments by hidden things and comments that speak of them go, others stay", () => {
    const text = `# A brief
${HEAD}
# the secret paper of the tsar
# is not to be spoken of

# all that we lean on
sources:
  open: An open paper   # read by all
  # what only he knows

  # why it is kept back
  # (a long story)
  secret-paper: # not minuted
    name: A talk
    # deeper
    only for: chief # minister
    # still within

  # the last
  other: Other # not the Secret-Paper
`;
    expect(seen(text, "staff")).toBe(`# A brief
${HEAD}
# all that we lean on
sources:
  open: An open paper   # read by all
  # what only he knows
  # the last
  other: Other
`);
  });

  test("blank lines in texts are text; a # in a text is no comment", () => {
    const text = `${HEAD}sources:\n  a:\n    note: |\n      one\n\n\n      # two secret\n    name: "x # y"\n\n\n  secret: { only for: chief }\n`;
    expect(refusals(text, "staff")).toEqual(["5:11 share-hidden-name-in-prose"]);
    const open = text.replace("two secret", "two");
    expect(seen(open, "staff")).toBe(
      open.replace("\n\n\n  secret: { only for: chief }\n", "\n").replace("sources:", "\nsources:"),
    );
  });
});

describe("errors", () => {
  test.each([
    ["1:1 share-unreadable", "a: ["],
    ["1:1 share-unknown-reader", "demarche: 1\nreaders: { chief: C }\n"],
    ["1:1 share-nothing", `${HEAD}only for: chief\n`],
    [
      "4:9 share-hidden-name-in-prose",
      `${HEAD}parties:\n  us: { name: We and Old Bill }\n  bill: { name: Old Bill, only for: chief }\n`.replace(
        "us: { name: We and Old Bill }",
        "us:   We and Old Bill",
      ),
    ],
    [
      "4:17 share-hidden-name-in-prose",
      `${HEAD}parties:\n  us: { because: after the night-talk }\nmoves: { night-talk: { kind: probe, only for: chief } }\n`,
    ],
    [
      "4:18 share-hidden-name-in-prose",
      `${HEAD}parties:\n  us: { modality: after the Night Talk }\nmoves: { night-talk: { kind: probe, only for: chief } }\n`,
    ],
  ])("%s", (expected, text) => {
    const [first] = refusals(text, "staff");
    expect(first?.replace(/:\d+ /, ": ")).toBe(expected.replace(/:\d+ /, ": "));
  });

  test("a view that would be no brief is not handed out", () => {
    const agenda = "agenda:\n  - { issue: price, options: [low, high], otherwise: low, positions: { us: high } }\n";
    const text = `${HEAD}parties: { us: We }\n${agenda}others will table: []\nmoves: { ask: { kind: { value: probe } } }\n`;
    expect(seen(text, "staff")).toContain("kind: { value: probe }");
    const whole = `${HEAD}parties: { us: { name: We, only for: chief } }\n${agenda}others will table: []\n`;
    expect(refusals(whole, "staff")).toEqual(["1:1 share-incomplete"]);
  });

  test("a spelling that a visible thing shares is no leak", () => {
    const text = `${HEAD}parties: { us: { name: Finland } }\ngoals: { g: Win over Finland }\nterms: { finland: { name: Finland, only for: chief } }\n`;
    expect(seen(text, "staff")).toContain("Win over Finland");
  });
});

/** Lines that may be put into a brief, hidden or for a hidden thing's sake, and where. */
const BASE = `# A brief
demarche: 1
title: Prices   # and dates
us: us
readers: { chief: The minister, staff: The delegation }
parties: { us: We, them: They }

# papers
sources:
  paper: A paper
@sources
agenda:
  # the price
  - issue: price
    options: { low: 0, high: 100 }
    positions:
      us: { ideal: high, fallbacks: [low] }   # our view
@positions
      them: low
@agenda
goals:
  win: { statement: Win, issue: price }
@goals
moves:
  look:
    kind: probe
    issue: price
@look
@moves
plan:
@first
  - look
@plan
# the end
`;
interface Addition {
  readonly at: string;
  readonly lines: string;
  /** Others that must be there too. */
  readonly needs: readonly number[];
}
const ADDITIONS: readonly Addition[] = [
  { at: "@sources", lines: "  night-talk: { name: A night talk, only for: chief }   # he remembers", needs: [] },
  {
    at: "@sources",
    lines: "\n  # not minuted\n  cellar:\n    name: Papers from the cellar\n\n    only for: chief",
    needs: [],
  },
  {
    at: "@agenda",
    lines:
      "\n  - issue: border   # the true one\n    only for: [chief]\n    options: [here, there]\n    positions: { us: here }\n",
    needs: [],
  },
  {
    at: "@agenda",
    lines: "  - { issue: border-works, options: [a, b], positions: { us: a }, source: night-talk }",
    needs: [0],
  },
  { at: "@positions", lines: "      # heard at night\n      third: { ideal: low, source: night-talk#2 }", needs: [0] },
  { at: "@goals", lines: "  hold: { statement: Hold on, issue: border }", needs: [2] },
  { at: "@goals", lines: "  keep-silent:\n    kind: promise\n    basis:\n      source: cellar#x\n", needs: [1] },
  { at: "@moves", lines: "  shift: { kind: propose, issue: border-works }  # works", needs: [0, 3] },
  { at: "@look", lines: "    # also at night\n    through: { value: bill, only for: chief }", needs: [] },
  { at: "@first", lines: "  - if: shift worked\n    then: [look]", needs: [0, 3, 7] },
  { at: "@plan", lines: "  - shift", needs: [0, 3, 7] },
  { at: "@plan", lines: "\n  # then press on the border\n\n  - { ask: there, issue: border }", needs: [2] },
];
function write(chosen: ReadonlySet<number>): string {
  return BASE.replace(/^(@[a-z]+)\n/gm, (_, at: string) =>
    ADDITIONS.map((addition, i) => (addition.at === at && chosen.has(i) ? `${addition.lines}\n` : "")).join(""),
  );
}

test("[MODEL §10] taking hidden things out by hand and redacting give the same shared view", () => {
  const fallible = fc.record({
    picks: fc.uniqueArray(fc.nat(ADDITIONS.length - 1)),
    crlf: fc.boolean(),
    bom: fc.boolean(),
  });
  fc.assert(
    fc.property(fallible, ({ picks, crlf, bom }) => {
      const chosen = new Set(picks.flatMap((i) => [i, ...ADDITIONS[i]!.needs]));
      const dress = (text: string) => (bom ? "\uFEFF" : "") + (crlf ? text.replaceAll("\n", "\r\n") : text);
      expect(seen(dress(write(chosen)), "staff")).toBe(seen(dress(write(new Set())), "staff"));
    }),
    { numRuns: 60 },
  );
});

test("every code of sharing has a row in docs/errors.md, and a test here", () => {
  const read = (name: string) => readFileSync(new URL(name, import.meta.url), "utf8");
  const codes = [...new Set([...read("shared-view.ts").matchAll(/"(share-[a-z-]+)"/g)].map(([, code]) => code!))];
  const rows = [...read("../../../../../docs/errors.md").matchAll(/^\| `(share-[a-z-]+)` \|/gm)].map(
    ([, code]) => code!,
  );
  expect(new Set(rows)).toEqual(new Set(codes));
  const tests = read("shared-view.test.ts");
  for (const code of codes) expect(tests).toContain(code);
});

test("the Moscow brief for the delegation: reads without errors, and names nothing that is for the minister alone", () => {
  const file = "examples/moscow-1945/brief.yaml";
  const text = readFileSync(new URL(`../../../../../${file}`, import.meta.url), "utf8");
  const view = seen(text, "delegation");
  expect(readBrief(view, { file }).diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(view).not.toMatch(/zone-talk|nuclear-(frame|venue|talks)|keep-atomic-low|consent-within-un/);
  expect(view.length).toBeGreaterThan(text.length * 0.7);
  expect(sharedView(text, ["minister"]).text).toContain("keep-atomic-low");
});
