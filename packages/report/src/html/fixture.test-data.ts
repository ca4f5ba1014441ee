/**
 * An invented conference on a river, ten items, for the tests of the report: long names, a falling scale, a choice and a
 * slate, instances, red lines, parties without a seat, a party whose position is not known. Typed by hand.
 */
import type {
  AgendaNode,
  Brief,
  Citation,
  Condition,
  Fact,
  Issue,
  Move,
  Option,
  Position,
  Quantity,
  Stated,
  Step,
} from "@demarche/core/brief";

const stated = <T>(path: string, value: T): Stated<T> => ({ path, value });
const range = (low: number, high: number): Quantity => ({ kind: "range", low, high });
const span = (from: string, to: string) => ({ from, to, text: `${from}..${to}` });
const cite = (passage: string): readonly Citation[] => [{ kind: "source", source: "note", passage }];
const when = (fact: Fact): Condition => ({ op: "fact", ...fact });

type OptionRow = readonly [id: string, at: number | undefined, name: string, words?: string];
type PositionRow = readonly [
  party: string,
  low: number,
  high: number,
  salience: readonly [number, number],
  more?: Partial<Position>,
];

function issue(
  id: string,
  name: string,
  options: readonly OptionRow[],
  positions: readonly PositionRow[],
  more: Partial<Issue> = {},
): Issue {
  const path = `agenda/${id}`;
  return {
    type: "issue",
    path,
    id,
    name,
    under: [],
    options: options.map(
      ([option, at, title, words]): Option => ({
        path: `${path}/options/${option}`,
        id: option,
        name: title,
        ...(at === undefined
          ? {}
          : { at: stated(`${path}/options/${option}/at`, { kind: "exact" as const, value: at }) }),
        ...(words === undefined ? {} : { words }),
      }),
    ),
    otherwise: { path: `${path}/otherwise`, kind: "option", option: options[0]?.[0] ?? "" },
    positions: positions.map(
      ([party, low, high, salience, rest]): Position => ({
        path: `${path}/positions/${party}`,
        party,
        ideal: stated(`${path}/positions/${party}/ideal`, range(low, high)),
        salience: stated(`${path}/positions/${party}/salience`, range(salience[0], salience[1])),
        ...rest,
      }),
    ),
    inherited: { forum: "conference", ...more.inherited },
    sources: cite("2"),
    ...Object.fromEntries(Object.entries(more).filter(([key]) => key !== "inherited")),
  };
}
const rungs = (id: string, list: readonly (readonly [string, string?])[]): Partial<Position> => ({
  fallbacks: list.map(([option, authority], i) => ({
    path: `agenda/${id}/positions/halden/fallbacks/${i}`,
    option,
    ...(authority === undefined ? {} : { authority, due: span("2026-05-15", "2026-05-15") }),
  })),
});

const release = issue(
  "low-water-release",
  "Release from the upper dams at low water",
  [
    ["as-now", 120, "As now, at the discretion of the upper riparian"],
    ["seasonal", 180, "A seasonal table, reviewed each year"],
    [
      "guaranteed-low",
      220,
      "A guarantee in dry years only",
      "not less than two hundred and twenty, in any year in which the gauge at Orsk falls below the mark",
    ],
    ["guaranteed", 260, "A guaranteed release in every year"],
    ["doubled", 400, "The release of the draft of 1998"],
  ],
  [
    [
      "halden",
      260,
      280,
      [70, 95],
      {
        ask: "guaranteed",
        ...rungs("low-water-release", [
          ["guaranteed-low", "The Cabinet"],
          ["seasonal", "velde"],
        ]),
        redLines: [{ option: "as-now", why: "the lower fields fail every third year" }],
        bottomLine: stated("agenda/low-water-release/positions/halden/bottom line", {
          kind: "exact" as const,
          value: { option: "seasonal" },
        }),
      },
    ],
    [
      "corvia",
      120,
      160,
      [60, 90],
      {
        interest: "To keep the turbines at full head through the summer",
        confidence: "moderate",
        redLines: [{ option: "doubled", why: "it would empty the lower dam" }],
        sources: cite("3"),
      },
    ],
    ["merova", 180, 240, [30, 60], { ask: "seasonal", interest: "A table that its parliament can read" }],
    ["tessel", 240, 400, [40, 70]],
  ],
  {
    scale: { from: 120, to: 400 },
    unit: "m³/s",
    words: "a guarantee, if only in the dry years, which is what the fields live by",
    modality: "it would be worth a good deal",
    instrument: "protocol to the Treaty of 1998",
    due: span("2026-06-12", "2026-06-12"),
    because: "The gauge at Orsk has fallen in four summers of five",
    history: [
      {
        path: "agenda/low-water-release/history/0",
        dates: span("2019-06-01", "2019-06-30"),
        by: ["halden"],
        option: "guaranteed",
        result: "rejected",
        refusedBy: ["corvia"],
        sources: cite("2"),
      },
    ],
    changed: [stated("agenda/low-water-release/changed/0", "Corvia’s new turbines need less head than the old")],
    inherited: {
      posture: "attack",
      basis: [
        {
          path: "agenda/low-water-release/basis/0",
          citation: { kind: "source", source: "treaty", passage: "7" },
          supports: "guaranteed-low",
          strength: "strong",
          because: "It speaks of a reasonable share in every year",
        },
      ],
      card: {
        objective: "A figure that stands in the protocol itself",
        pointsToMake: ["The Treaty speaks of every year", "New turbines need less head"],
        doNotSay: ["That a table would do"],
        notToBeDisclosed: ["The fields fail below 180."],
      },
    },
  },
);
const toll = issue(
  "tolls",
  "Tolls on the lower river",
  [
    ["twelve", 12, "Twelve per cent of freight, as now"],
    ["eight", 8, "Eight per cent"],
    ["four", 4, "Four per cent, with an exemption for grain"],
    ["none", 0, "None"],
  ],
  [
    ["halden", 0, 1, [40, 60], { ask: "none", ...rungs("tolls", [["four", "The Treasury"], ["eight"]]) }],
    ["corvia", 2, 6, [20, 50]],
    ["merova", 9, 12, [70, 95], { interest: "The tolls pay for the river police" }],
  ],
  { scale: { from: 12, to: 0 }, unit: "per cent", under: ["navigation"], sources: cite("4") },
);
const pilots = issue(
  "pilots",
  "Pilotage of foreign hulls",
  [
    ["national", 0, "National pilots only"],
    ["mixed", 50, "Mixed pilotage from the bar"],
    ["free", 100, "Free choice of pilot"],
  ],
  [
    ["halden", 85, 100, [10, 30], { ask: "free", ...rungs("pilots", [["mixed"]]) }],
    ["corvia", 60, 100, [10, 30]],
    ["merova", 0, 20, [30, 60]],
  ],
  { under: ["navigation"] },
);
const dredging = issue(
  "dredging",
  "Dredging of the northern mouth, and who bears the cost of it",
  [
    ["none", 0, "No dredging"],
    ["own-cost", 30, "Each dredges before its own bank, at its own cost and in its own time"],
    ["shared", 55, "A shared fund, paid in by tonnage"],
    ["shared-now", 60, "A shared fund with the first season advanced by the Bank for Basin Development"],
    ["joint", 100, "A joint works authority"],
  ],
  [
    [
      "halden",
      90,
      100,
      [50, 80],
      { ask: "joint", ...rungs("dredging", [["shared-now", "The Cabinet"], ["shared"], ["own-cost"]]) },
    ],
    ["corvia", 0, 40, [10, 40]],
    ["merova", 40, 70, [40, 70]],
    ["bank", 55, 65, [20, 40]],
  ],
  { sources: cite("5") },
);
const seat = issue(
  "seat",
  "Seat of the Secretariat",
  [
    ["orsk", undefined, "Orsk"],
    ["port-velm", undefined, "Port Velm"],
    ["saint-aure", undefined, "Saint-Aure"],
  ],
  [
    [
      "halden",
      0,
      0,
      [20, 40],
      {
        ask: "port-velm",
        values: {
          orsk: stated("agenda/seat/positions/halden/values/orsk", { kind: "exact", value: 20 }),
          "port-velm": stated("agenda/seat/positions/halden/values/port-velm", { kind: "exact", value: 100 }),
          "saint-aure": stated("agenda/seat/positions/halden/values/saint-aure", range(50, 70)),
        },
        ...rungs("seat", [["saint-aure"]]),
      },
    ],
    [
      "corvia",
      0,
      0,
      [30, 50],
      {
        values: {
          orsk: stated("agenda/seat/positions/corvia/values/orsk", { kind: "exact", value: 100 }),
          "port-velm": stated("agenda/seat/positions/corvia/values/port-velm", { kind: "exact", value: 0 }),
          "saint-aure": stated("agenda/seat/positions/corvia/values/saint-aure", range(40, 60)),
        },
      },
    ],
  ],
  { kind: "choice", under: ["commission"], sources: cite("6") },
);
const catchOptions: readonly OptionRow[] = [
  ["open", 0, "Open season"],
  ["closed-weeks", 50, "Closed weeks"],
  ["closed", 100, "Closed season"],
];
const catchPositions: readonly PositionRow[] = [
  ["halden", 80, 100, [10, 30], { ask: "closed", ...rungs("salmon", [["closed-weeks"]]) }],
  ["corvia", 20, 60, [5, 20]],
  ["merova", 0, 30, [20, 40]],
];
const salmon = issue("salmon", "The salmon run", catchOptions, catchPositions, {
  instances: [
    issue("salmon/spring", "The salmon run", catchOptions, catchPositions),
    issue("salmon/autumn", "The salmon run", catchOptions, catchPositions),
  ],
});
const floods = issue(
  "flood-data",
  "Exchange of gauge readings in floods",
  [
    ["none", 0, "None"],
    ["daily", 60, "Daily, by telegraph"],
    ["live", 100, "Live readings"],
  ],
  [
    ["halden", 90, 100, [30, 50], { ask: "live", ...rungs("flood-data", [["daily"]]) }],
    ["corvia", 30, 90, [10, 40]],
  ],
  { inherited: { unless: when({ fact: "assumption", assumption: "gauges-agreed" }) } },
);
const term = issue(
  "continuation",
  "Continuation of the Conference, without a limit on its term",
  [
    ["lapses", 0, "It lapses"],
    ["five-years", 50, "Five years"],
    ["unlimited", 100, "Without limit"],
  ],
  [
    ["halden", 80, 100, [20, 40], { ask: "unlimited", ...rungs("continuation", [["five-years"]]) }],
    ["corvia", 30, 100, [10, 30]],
    ["merova", 60, 100, [10, 30]],
  ],
  { institution: "conference" },
);
const navigation: AgendaNode = {
  type: "heading",
  path: "agenda/navigation",
  id: "navigation",
  name: "Navigation",
  items: [toll, pilots],
};
const commission: AgendaNode = {
  type: "heading",
  path: "agenda/commission",
  id: "commission",
  name: "The Basin Commission",
  items: [seat],
};

const move = (id: string, kind: Move["kind"], name: string, more: Partial<Move> = {}): Move => ({
  path: `moves/${id}`,
  id,
  kind,
  name,
  sources: cite("7"),
  ...more,
});
const act = (path: string, name: string, more: Partial<Step> = {}): Step =>
  ({ path, step: "do", move: name, ...more }) as Step;
/** The language's word for what follows from a condition; as a literal key it would look like a promise to linters. */
const consequence = ["th", "en"].join("");
/** A branch, without a literal key that linters take for a promise. */
const branch = (path: string, condition: Condition, yes: readonly Step[], no: readonly Step[]): Step =>
  Object.fromEntries([
    ["path", path],
    ["step", "if"],
    ["if", condition],
    [consequence, yes],
    ["else", no],
  ]) as unknown as Step;
const consequences = <T extends object>(fields: T, effects: readonly object[]): T & { readonly then: never } =>
  Object.fromEntries([...Object.entries(fields), [consequence, effects]]) as unknown as T & { readonly then: never };

export const riverBrief: Brief = {
  head: {
    path: "",
    demarche: 1,
    title: "Agenda for the Conference of the Aure Basin",
    from: { name: "J. Oster", office: "Deputy Head of the Rivers Department" },
    to: { name: "A. van der Velde", office: "Minister for Foreign Affairs" },
    marking: "confidential",
    date: { from: "2026-04-20", to: "2026-04-20", text: "2026-04-20" },
    us: "halden",
    forum: "conference",
  },
  method: { path: "method" },
  sources: [
    {
      path: "sources/note",
      id: "note",
      name: "Note of the Rivers Department",
      date: span("2026-04-20", "2026-04-20"),
      grade: "A2",
      marks: ["Seen by the Minister"],
      passages: ["1", "2", "3", "4", "5", "6", "7"].map((label) => ({ path: `sources/note/passages/${label}`, label })),
    },
    {
      path: "sources/treaty",
      id: "treaty",
      name: "Treaty of the Aure",
      date: span("1998-03-02", "1998-03-02"),
      grade: "A1",
      signed: ["halden", "merova"],
    },
    {
      path: "sources/despatch",
      id: "despatch",
      name: "Despatch No. 14 from Orsk",
      date: span("2026-04-11", "2026-04-11"),
      missing: true,
    },
    {
      path: "sources/editors",
      id: "editors",
      name: "Editors’ notes",
      date: span("2031-01-01", "2031-12-31"),
      layer: "editorial",
      grade: "B2",
    },
  ],
  parties: [
    {
      path: "parties/halden",
      id: "halden",
      name: "Halden",
      people: [{ path: "parties/halden/people/velde", id: "velde", name: "A. van der Velde" }],
    },
    { path: "parties/corvia", id: "corvia", name: "Corvia" },
    { path: "parties/merova", id: "merova", name: "United Provinces of Merova" },
    { path: "parties/tessel", id: "tessel", name: "Island Republic of Tessel", role: "third" },
    { path: "parties/bank", id: "bank", name: "Bank for Basin Development", role: "third" },
    { path: "parties/papers", id: "papers", name: "Papers of the lower river", role: "audience" },
  ],
  blocs: [],
  terms: [],
  forums: [
    {
      path: "forums/conference",
      id: "conference",
      name: "Conference of the Aure Basin",
      members: ["halden", "corvia", "merova"],
      dates: span("2026-06-01", "2026-06-12"),
    },
    {
      path: "forums/bank-talks",
      id: "bank-talks",
      name: "Talks with the Bank",
      members: ["halden", "bank"],
      dates: span("2026-05-04", "2026-05-08"),
      endsIf: when({ fact: "item", issue: "dredging", state: "settled" }),
    },
    {
      path: "forums/old-board",
      id: "old-board",
      name: "River Board",
      members: ["halden", "corvia", "merova"],
      dates: { from: "1999-01-01", text: "1999.." },
    },
  ],
  assumptions: [
    {
      path: "assumptions/gauges-agreed",
      id: "gauges-agreed",
      statement: "The engineers agree on the gauges before the Conference",
      chance: stated("assumptions/gauges-agreed/chance", { kind: "word", word: "unlikely" }),
      until: span("2026-05-31", "2026-05-31"),
      watch: ["The engineers’ minutes", "New gauges at Orsk"],
      sources: cite("6"),
    },
    {
      path: "assumptions/ministry-holds",
      id: "ministry-holds",
      statement: "The present Ministry in Corvia stays in office",
      chance: stated("assumptions/ministry-holds/chance", range(60, 90)),
      until: span("2027-09-30", "2027-09-30"),
      watch: [],
      sources: cite("1"),
    },
  ],
  beliefs: [],
  agenda: [release, navigation, dredging, commission, salmon, floods, term],
  othersWillTable: [
    {
      ...issue("river-police", "A common river police", [], []),
      path: "others will table/river-police",
      by: ["merova"],
      chance: stated("others will table/river-police/chance", { kind: "word", word: "likely" }),
      answer: "trade",
    },
    {
      ...issue("arrears", "Arrears of the old Board", [], []),
      path: "others will table/arrears",
      by: ["corvia", "merova"],
      answer: "unknown",
    },
  ],
  goals: [
    {
      path: "goals/lower-fields",
      id: "lower-fields",
      statement: "The lower fields have water in every year",
      kind: "result",
      issues: ["low-water-release"],
      sources: cite("1"),
    },
    {
      path: "goals/quiet",
      id: "quiet",
      statement: "No quarrel with Corvia before the harvest",
      kind: "avoid",
      target: ["corvia"],
      dates: span("2026-05-01", "2026-08-31"),
      if: when({ fact: "assumption", assumption: "ministry-holds" }),
      modality: "it is to be hoped that",
      sources: cite("1"),
    },
  ],
  links: [
    {
      path: "links/tolls-for-water",
      id: "tolls-for-water",
      name: "Tolls for water",
      kind: "offer",
      offer: { tolls: "eight" },
      if: when({ fact: "is", issue: "low-water-release", option: "guaranteed-low", orBetter: true, negated: false }),
      target: ["merova"],
      hinted: true,
      modality: "we might let them see",
      sources: cite("4"),
    },
    {
      path: "links/works",
      id: "works",
      name: "Works and pilots together",
      kind: "bundle",
      issues: ["dredging", "pilots"],
    },
    {
      path: "links/water-and-works",
      id: "water-and-works",
      name: "Water and works",
      kind: "depends",
      issues: ["low-water-release", "dredging"],
      because: "A dredged mouth needs the flow to keep it open",
      table: [
        {
          path: "links/water-and-works/table/0",
          if: when({ fact: "is", issue: "dredging", option: "joint", orBetter: true, negated: false }),
          worth: { halden: stated("links/water-and-works/table/0/worth/halden", range(2, 8)) },
        },
      ],
    },
  ],
  rules: [
    consequences(
      {
        path: "rules/bank-won",
        id: "bank-won",
        name: "If the Bank is won",
        if: when({ fact: "move", move: "win-the-bank", state: "worked" }),
        because: "Corvia builds on the Bank’s credit",
        sources: cite("5"),
      },
      [
        {
          path: "rules/bank-won/then/0",
          on: "position",
          parties: ["corvia"],
          issues: ["dredging", "low-water-release"],
          changes: [
            { what: "ideal", path: "rules/bank-won/then/0/ideal", change: { relative: true, by: range(10, 40) } },
          ],
        },
      ],
    ),
    consequences(
      {
        path: "rules/seat-first",
        id: "seat-first",
        name: "The seat sets the tone",
        if: when({ fact: "item", issue: "seat", state: "settled" }),
      },
      [
        {
          path: "rules/seat-first/then/0",
          on: "position",
          parties: ["merova"],
          issues: ["continuation"],
          changes: [
            {
              what: "salience",
              path: "rules/seat-first/then/0/salience",
              change: { relative: true, by: range(5, 15) },
            },
          ],
        },
      ],
    ),
  ],
  moves: [
    move("sound-out-the-bank", "probe", "Sound out the Bank", {
      target: ["bank"],
      dates: span("2026-05-04", "2026-05-05"),
      signals: [
        {
          path: "moves/sound-out-the-bank/signals/warm",
          id: "warm",
          likelihood: {
            kind: "chance",
            chance: stated("moves/sound-out-the-bank/signals/warm", { kind: "word", word: "likely" }),
          },
        },
      ],
    }),
    move("win-the-bank", "court", "Win the Bank for the joint works", {
      target: ["bank"],
      dates: span("2026-05-06", "2026-05-08"),
      chance: stated("moves/win-the-bank/chance", range(20, 50)),
      signals: "success",
    }),
    move("hint-tolls", "offer", "Let Merova see what tolls could buy", {
      target: ["merova"],
      link: "tolls-for-water",
      dates: span("2026-05-20", "2026-05-29"),
    }),
    move("press-corvia", "press", "Press Corvia on the dry years", {
      target: ["corvia"],
      issues: ["low-water-release"],
      forum: "conference",
      dates: span("2026-06-01", "2026-06-03"),
    }),
    move("raise-salmon", "publicise", "Raise the salmon before the papers", {
      public: true,
      worth: stated("moves/raise-salmon/worth", range(1, 3)),
      audience: { papers: stated("moves/raise-salmon/audience/papers", range(0, 2)) },
    }),
    move("keep-floods-low", "conceal", "Keep our care about floods out of sight", { issues: ["flood-data"] }),
  ],
  plan: [
    act("plan/0", "sound-out-the-bank"),
    branch(
      "plan/1",
      when({ fact: "signal", move: "sound-out-the-bank", signal: "warm", negated: false }),
      [
        act("plan/1/then/0", "win-the-bank"),
        branch(
          "plan/1/then/1",
          when({ fact: "move", move: "win-the-bank", state: "worked" }),
          [{ path: "plan/1/then/1/then/0", step: "ask", issue: "dredging", option: "joint" }],
          [
            {
              path: "plan/1/then/1/else/0",
              step: "ask",
              issue: "dredging",
              option: "shared-now",
              modality: "we could propose",
            },
          ],
        ),
      ],
      [{ path: "plan/1/else/0", step: "ask", issue: "dredging", option: "shared" }],
    ),
    act("plan/2", "hint-tolls", { modality: "we might let them see" }),
    act("plan/3", "press-corvia"),
    act("plan/4", "raise-salmon"),
    act("plan/5", "keep-floods-low"),
  ],
  otherPlans: [{ id: "without-the-bank", path: "other plans/without-the-bank", steps: [] }],
  forecasts: [
    {
      path: "forecasts/dry-years",
      id: "dry-years",
      statement: "In the worst case we get the dry years",
      event: when({ fact: "is", issue: "low-water-release", option: "guaranteed-low", orBetter: true, negated: false }),
      chance: stated("forecasts/dry-years/chance", { kind: "word", word: "very likely" }),
      due: span("2026-06-13", "2026-06-13"),
      confidence: "low",
      sources: cite("2"),
    },
    {
      path: "forecasts/with-the-bank",
      id: "with-the-bank",
      statement: "With the Bank on our side the works are within reach",
      event: when({ fact: "is", issue: "dredging", option: "joint", orBetter: true, negated: false }),
      if: when({ fact: "move", move: "win-the-bank", state: "worked" }),
      shift: "much higher",
      due: span("2026-06-13", "2026-06-13"),
      sources: cite("5"),
    },
    {
      path: "forecasts/ministry",
      id: "ministry",
      statement: "Were the Ministry in Corvia to fall, the release would be talked of again",
      if: when({ fact: "assumption", assumption: "ministry-holds" }),
      shift: "lower",
      due: span("2028-12-31", "2028-12-31"),
      criterion: "The communiqué names the release",
    },
  ],
  observed: [],
};
