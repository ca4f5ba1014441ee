/** Findings to the invented brief of `fixture-brief.ts`: figures made up, sums right. */
import type { ChanceRange, ItemFinding, MoveFinding, PlanFindings, Reasons, ValueRange } from "@demarche/core/run";

const chance = (value: number): ChanceRange => ({
  chance: value,
  low: Math.max(0.01, value - 0.1),
  high: Math.min(0.99, value + 0.15),
});
const points = (value: number, half = 0.4): ValueRange => ({ value, low: value - half, high: value + half });
const reasons = (refused: Record<string, number>, more: Partial<Reasons> = {}): Reasons => ({
  notAdmitted: 0.05,
  noCompetence: 0,
  brokeDown: 0.1,
  refused: { norland: 0, sudmark: 0, ostia: 0, jointly: 0, ...refused },
  notReached: 0,
  ...more,
});

function item(
  id: string,
  title: string,
  under: string[],
  ask: [string, number],
  rung: [string, number],
  none: number,
): ItemFinding {
  const [askOption, askChance] = ask;
  const [rungId, rungChance] = rung;
  const worse = 1 - askChance - rungChance - none;
  return {
    id,
    title,
    under,
    forum: "round",
    ask: { option: askOption, ...chance(askChance) },
    rungs: [{ id: rungId, ...chance(rungChance) }],
    worse: chance(worse),
    none: { ...chance(none), because: reasons({ sudmark: none - 0.15 }) },
    unshrunk: { ask: askChance, rungs: [rungChance], worse, none },
    widest: "positions",
    admitted: 0.95,
    askGivenAdmitted: askChance / 0.95,
    options: [],
    parties: [
      {
        party: "sudmark",
        role: "member",
        known: true,
        salience: { low: 50, median: 60, high: 70 },
        influence: { low: 50, median: 50, high: 50 },
        keepsOff: 0.05,
        refuses: none - 0.15,
      },
      {
        party: "ostia",
        role: "member",
        known: false,
        salience: { low: 5, median: 50, high: 95 },
        influence: { low: 50, median: 50, high: 50 },
        keepsOff: 0,
        refuses: 0,
      },
    ],
    otherModels: { median: { ask: askChance / 2, rungs: [rungChance], worse, none: none + askChance / 2 } },
    dropped: id === "patrols" ? 0.3 : 0,
    ourValue: 0.6,
    weight: 0.2,
  };
}

function move(id: string, value: number, worth: ValueRange, more: Partial<MoveFinding> = {}): MoveFinding {
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
    items: [{ issue: "cod-quota", points: worth.value }],
    ...more,
  };
}

export const fixtureFindings: PlanFindings = {
  engine: "plan",
  version: "0.1.0",
  seed: 1,
  worlds: 10_000,
  inputsHash: "0".repeat(64),
  us: "norland",
  outcomeModel: "compromise",
  items: [
    item("cod-quota", "Our share of the cod", [], ["a-third", 0.21], ["a-quarter", 0.34], 0.35),
    item("machine-tariff", "Tariff on machine parts", ["market-access"], ["ours", 0.02], ["half-way", 0.4], 0.5),
    item("fish-labels/fresh", "Fresh fish", ["market-access"], ["ours", 0.3], ["half-way", 0.3], 0.3),
    item("fish-labels/frozen", "Frozen fish", ["market-access"], ["ours", 0.25], ["half-way", 0.35], 0.3),
    item("patrols", "Joint patrols", [], ["ours", 0.4], ["half-way", 0.2], 0.2),
    item("seabed", "Survey of the sea-bed", ["minerals"], ["ours", 0.5], ["half-way", 0.2], 0.2),
  ],
  plans: {
    none: points(48.2),
    asWritten: { ...points(52.6), overNone: points(4.4) },
    without: {
      "sound-out-berg": move("sound-out-berg", 50.4, points(2.2), { fallsAway: ["press-veland"] }),
      "press-veland": move("press-veland", 50.5, points(2.1), { done: 0.6, worked: 0.2 }),
      "hint-the-trade": move("hint-the-trade", 52.5, points(0.1)),
      "keep-low": move("keep-low", 51.4, points(1.2), { items: [{ issue: "seabed", points: 1.2 }] }),
    },
    others: {},
  },
  conditionals: [
    {
      forecast: "with-veland",
      void: false,
      worlds: 10_000,
      issue: "cod-quota",
      rungs: [
        { id: "a-third", ifSo: 0.35, ifNot: 0.18 },
        { id: "a-quarter", ifSo: 0.7, ifNot: 0.5 },
      ],
      rules: ["veland-won"],
      breakEven: 0.5,
    },
  ],
  forecasts: [
    { id: "quota-at-quarter", computed: 0.55, stated: { low: 0.55, high: 0.8, word: "likely" } },
    { id: "with-veland", computed: 0.35, antecedent: 0.2 },
  ],
  offers: [
    {
      link: "quota-for-tariff",
      made: 1,
      accepted: 0.12,
      worth: points(0.1),
      declines: { sudmark: 0.6 },
      premium: { shown: 1.5, open: 2.5 },
    },
  ],
  bundles: [],
  steps: [
    { path: "plan/0", reached: 1 },
    { path: "plan/1", reached: 1 },
    { path: "plan/1/then/0", reached: 0.6 },
    { path: "plan/1/else/0", reached: 0.4 },
    { path: "plan/2", reached: 1 },
    { path: "plan/3", reached: 1 },
  ],
  assumptions: [{ id: "patrols-agreed", holds: 0.3 }],
  stability: [],
  forums: [],
  slates: [],
  agendaOrder: [],
  agreement: [],
  contradictions: [
    {
      code: "press-and-court",
      severity: "tension",
      paths: ["moves/press-veland", "moves/sound-out-berg"],
      message: "‘Press Veland’ presses Veland while ‘Sound out Berg’ sounds it out in the same days.",
      why: "Whoever is pressed answers a probe less freely.",
    },
    {
      code: "others-item-unanswered",
      severity: "gap",
      paths: ["others will table/whaling"],
      message: "Ostia will table ‘Whaling’, and the brief gives no answer.",
      why: "Decide whether to accept, refuse, trade or put off.",
    },
  ],
  unknowns: [
    {
      path: "agenda/cod-quota/positions/ostia/salience",
      what: "How much Ostia cares about our share of the cod",
      group: "positions",
      worth: 0.8,
      low: 0.7,
      high: 0.9,
      swing: 3.1,
    },
  ],
  typedPayoffs: [],
  notPriced: [
    { path: "goals/ports-live", what: "The three northern ports stay open", why: "the brief gives it no worth" },
  ],
  defaults: [{ path: "method/worlds", what: "worlds", value: "10000" }],
  inputs: { cited: 12, judged: 20, judgedAfter: 4 },
  method: {
    disagreementMean: 30,
    shrinkage: 0.1,
    carryOver: "0.8",
    carePremium: "not known",
    gateShare: "anywhere from 0 to 1",
    fewestWorlds: 200,
  },
};
