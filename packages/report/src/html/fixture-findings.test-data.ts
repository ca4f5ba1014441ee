/** Findings to the invented river conference of `fixture.test-data.ts`: figures made up, sums right. */
import type { ItemFinding, MoveFinding, PlanFindings, ValueRange } from "@demarche/core/run";
import { riverBest } from "./fixture-best.test-data.ts";
import { hump, item, points } from "./fixture-items.test-data.ts";

function move(id: string, worth: ValueRange, more: Partial<MoveFinding> = {}): MoveFinding {
  const value = 52.6 - worth.value;
  return {
    move: id,
    value,
    low: value - 0.4,
    high: value + 0.4,
    worth,
    typed: 0,
    fallsAway: [],
    done: 1,
    worked: 1,
    items: [],
    ...more,
  };
}
const pair = (id: string, ifNot: number, ifSo: number) => ({ id, ifNot, ifSo });

const items: readonly ItemFinding[] = [
  item("low-water-release", {
    ask: ["guaranteed", 0.19],
    rungs: [
      ["guaranteed-low", 0.24],
      ["seasonal", 0.22],
    ],
    none: 0.33,
    blockers: { corvia: [0.12, 0.17] },
    density: hump(6),
    weight: 0.27,
  }),
  item("tolls", {
    ask: ["none", 0.012],
    rungs: [
      ["four", 0.18],
      ["eight", 0.35],
    ],
    none: 0.41,
    blockers: { merova: [0.05, 0.29] },
    density: hump(6),
    weight: 0.16,
  }),
  item("pilots", { ask: ["free", 0.4], rungs: [["mixed", 0.33]], none: 0.2, density: hump(12) }),
  item("dredging", {
    ask: ["joint", 0.21],
    rungs: [
      ["shared-now", 0.14],
      ["shared", 0.2],
      ["own-cost", 0.15],
    ],
    none: 0.26,
    blockers: { corvia: [0.08, 0.11] },
    density: hump(10),
    weight: 0.18,
  }),
  item("seat", {
    ask: ["port-velm", 0.3],
    rungs: [["saint-aure", 0.35]],
    none: 0.25,
    blockers: { corvia: [0, 0.16] },
  }),
  item("salmon/spring", { ask: ["closed", 0.22], rungs: [["closed-weeks", 0.4]], none: 0.28, density: hump(9) }),
  item("salmon/autumn", {
    ask: ["closed", 0.25],
    rungs: [["closed-weeks", 0.38]],
    none: 0.27,
    unknown: ["corvia"],
    density: hump(9),
  }),
  item("flood-data", { ask: ["live", 0.985], rungs: [["daily", 0.005]], none: 0.005, density: hump(17) }),
  item("continuation", { ask: ["unlimited", 0.55], rungs: [["five-years", 0.25]], none: 0.1, density: hump(13) }),
];

export const riverFindings: PlanFindings = {
  engine: "plan",
  version: "0.1.0",
  seed: 1,
  worlds: 10_000,
  inputsHash: "4f1c".repeat(16),
  us: "halden",
  outcomeModel: "compromise",
  items,
  plans: {
    none: points(48.2),
    asWritten: { ...points(52.6), overNone: points(4.4) },
    without: {
      "sound-out-the-bank": move("sound-out-the-bank", points(2.2), {
        fallsAway: ["win-the-bank"],
        items: [{ issue: "dredging", points: 2.1 }],
      }),
      "win-the-bank": move("win-the-bank", points(2.1), {
        done: 0.62,
        worked: 0.21,
        items: [
          { issue: "dredging", points: 1.6 },
          { issue: "low-water-release", points: 0.4 },
        ],
      }),
      "hint-tolls": move("hint-tolls", points(0.1)),
      "press-corvia": move("press-corvia", points(-0.9, 0.3), {
        items: [{ issue: "low-water-release", points: -0.9 }],
      }),
      "raise-salmon": move("raise-salmon", points(2.9, 0.2), {
        typed: 2.6,
        items: [{ issue: "salmon/spring", points: 0.2 }],
      }),
      "keep-floods-low": move("keep-floods-low", points(0.4)),
    },
    others: { "without-the-bank": { ...points(50.1), overAsWritten: points(-2.5) } },
    best: riverBest(items),
  },
  conditionals: [
    {
      forecast: "with-the-bank",
      void: false,
      worlds: 10_000,
      issue: "dredging",
      rungs: [
        pair("joint", 0.17, 0.41),
        pair("shared-now", 0.29, 0.58),
        pair("shared", 0.5, 0.74),
        pair("own-cost", 0.66, 0.83),
      ],
      event: { ifNot: 0.17, ifSo: 0.41 },
      rules: ["bank-won"],
      breakEven: 0.55,
    },
    {
      forecast: "ministry",
      void: true,
      why: "no move of the plan brings the assumption about",
      worlds: 0,
      rungs: [],
      rules: [],
    },
  ],
  forecasts: [
    { id: "dry-years", computed: 0.43, stated: { low: 0.8, high: 0.95, word: "very likely" } },
    { id: "with-the-bank", computed: 0.41, antecedent: 0.21 },
    { id: "ministry" },
  ],
  offers: [
    {
      link: "tolls-for-water",
      made: 1,
      accepted: 0.12,
      worth: points(0.1),
      declines: { merova: 0.62, corvia: 0.08 },
      premium: { shown: 1.5, open: 2.4 },
    },
  ],
  bundles: [{ link: "works", settled: 0.31 }],
  steps: [
    ["plan/0", 1],
    ["plan/1", 1],
    ["plan/1/then/0", 0.62],
    ["plan/1/then/1", 0.62],
    ["plan/1/then/1/then/0", 0.21],
    ["plan/1/then/1/else/0", 0.41],
    ["plan/1/else/0", 0.38],
    ["plan/2", 1],
    ["plan/3", 1],
    ["plan/4", 1],
    ["plan/5", 1],
  ].map(([path, reached]) => ({ path: String(path), reached: Number(reached) })),
  assumptions: [
    { id: "gauges-agreed", holds: 0.28 },
    { id: "ministry-holds", holds: 0.75 },
  ],
  stability: [],
  forums: [],
  slates: [],
  agendaOrder: [],
  agreement: [],
  contradictions: [
    {
      code: "press-and-avoid",
      severity: "contradiction",
      paths: ["moves/press-corvia", "goals/quiet"],
      message:
        "‘Press Corvia on the dry years’ presses Corvia in the days in which ‘No quarrel with Corvia before the harvest’ is to hold",
      why: "Press after the harvest, or give the goal up for the Conference",
    },
    {
      code: "public-and-concealed",
      severity: "tension",
      paths: ["moves/raise-salmon", "moves/keep-floods-low"],
      message: "A public move may show what another conceals",
      why: "Papers that write of the salmon ask about the floods",
    },
    {
      code: "others-item-unanswered",
      severity: "gap",
      paths: ["others will table/arrears"],
      message: "Corvia and Merova will table ‘Arrears of the old Board’, and the brief gives no answer",
      why: "Decide whether to accept, refuse, trade or put off",
    },
  ],
  unknowns: [
    {
      path: "agenda/low-water-release/positions/corvia/cost of disagreement",
      what: "what disagreement on the release costs Corvia",
      group: "costs",
      worth: 0.8,
      low: 0.7,
      high: 0.9,
      swing: 5.1,
    },
    {
      path: "agenda/dredging/positions/corvia/ideal",
      what: "what Corvia wants on dredging",
      group: "positions",
      worth: 0.3,
      low: 0.2,
      high: 0.4,
      swing: 3.4,
    },
    {
      path: "moves/win-the-bank/chance",
      what: "whether the Bank can be won",
      group: "rules",
      worth: 0.2,
      low: 0.1,
      high: 0.3,
      swing: 2.9,
    },
    {
      path: "agenda/tolls/admission",
      what: "whether the tolls are admitted",
      group: "admission",
      worth: -0.1,
      low: -0.2,
      high: 0.0,
      swing: -1.2,
    },
  ],
  typedPayoffs: [
    {
      path: "moves/raise-salmon/worth",
      what: "raising the salmon, whatever comes of it",
      points: { low: 1, median: 2, high: 3 },
    },
    {
      path: "moves/raise-salmon/audience/papers",
      what: "what the papers of the lower river make of it",
      points: { low: 0, median: 1, high: 2 },
      breakEven: 0.4,
    },
  ],
  notPriced: [
    { path: "goals/quiet", what: "peace with Corvia before the harvest", why: "the brief gives it no worth" },
  ],
  defaults: [
    { path: "method/worlds", what: "Number of worlds", value: "10,000" },
    {
      path: "agenda/salmon/positions/corvia/cost of disagreement",
      what: "Cost of disagreement",
      value: "exponential, mean 30, cut at 100",
    },
  ],
  inputs: { cited: 31, judged: 22, judgedAfter: 4 },
  method: {
    disagreementMean: 30,
    shrinkage: 0.1,
    carryOver: "0.8",
    carePremium: "not known",
    gateShare: "anywhere from 0 to 1",
    fewestWorlds: 200,
  },
};
