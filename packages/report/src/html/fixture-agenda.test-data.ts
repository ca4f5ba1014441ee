/** The agenda of the invented river conference: long names, a falling scale, a choice, instances, red lines, an unknown. */
import type {
  AgendaNode,
  Citation,
  Condition,
  Fact,
  Issue,
  Option,
  Position,
  Quantity,
  Stated,
} from "@demarche/core/brief";

export const stated = <T>(path: string, value: T): Stated<T> => ({ path, value });
export const range = (low: number, high: number): Quantity => ({ kind: "range", low, high });
export const span = (from: string, to: string) => ({ from, to, text: `${from}..${to}` });
export const cite = (passage: string): readonly Citation[] => [{ kind: "source", source: "note", passage }];
export const when = (fact: Fact): Condition => ({ op: "fact", ...fact });

type OptionRow = readonly [id: string, at: number | undefined, name: string, words?: string];
type PositionRow = readonly [
  party: string,
  low: number,
  high: number,
  salience: readonly [number, number],
  more?: Partial<Position>,
];

export function issue(
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

export const riverAgenda: readonly AgendaNode[] = [release, navigation, dredging, commission, salmon, floods, term];
