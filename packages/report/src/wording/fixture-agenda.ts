/** The items of the invented brief in `fixture-brief.ts`. */
import type { Citation, DateSpan, Issue, Place, Position, Quantity, Stated } from "@demarche/core/brief";

export const range = (low: number, high: number): Quantity => ({ kind: "range", low, high });
const exact = (value: number): Quantity => ({ kind: "exact", value });
const at = (option: string): Place => ({ kind: "exact", value: { option } });
export const stated = <T>(path: string, value: T): Stated<T> => ({ path, value });
export const cite = (passage: string): Citation[] => [{ kind: "source", source: "note", passage }];
export const span = (from: string, to: string): DateSpan => ({ from, to, text: `${from}..${to}` });

function option(issue: string, id: string, place: number, name: string) {
  const path = `agenda/${issue}/options/${id}`;
  return { path, id, name, at: stated(`${path}/at`, exact(place)) };
}
function position(
  issue: string,
  party: string,
  ideal: Place,
  salience: Quantity,
  more: Partial<Position> = {},
): Position {
  const path = `agenda/${issue}/positions/${party}`;
  return {
    path,
    party,
    ideal: stated(`${path}/ideal`, ideal),
    salience: stated(`${path}/salience`, salience),
    ...more,
  };
}

export const codQuota: Issue = {
  type: "issue",
  path: "agenda/cod-quota",
  id: "cod-quota",
  under: [],
  name: "Our share of the cod",
  scale: { from: 20, to: 33 },
  unit: "per cent",
  options: [
    option("cod-quota", "a-fifth", 20, "One fifth"),
    option("cod-quota", "a-quarter", 25, "One quarter"),
    option("cod-quota", "a-third", 33, "One third"),
  ],
  otherwise: { path: "agenda/cod-quota/otherwise", kind: "option", option: "a-fifth" },
  history: [
    {
      path: "agenda/cod-quota/history/0",
      dates: { from: "2024-07-01", to: "2024-07-31", text: "2024-07" },
      by: ["norland"],
      option: "a-third",
      result: "rejected",
      refusedBy: ["sudmark", "ostia"],
    },
  ],
  changed: [stated("agenda/cod-quota/changed/0", "The stock has grown by a quarter since the last survey")],
  positions: [
    position("cod-quota", "norland", at("a-third"), range(70, 90), {
      ask: "a-third",
      interest: "Three ports live on it",
      fallbacks: [
        {
          path: "agenda/cod-quota/positions/norland/fallbacks/0",
          option: "a-quarter",
          authority: "Minister of Fisheries",
          due: span("2026-03-04", "2026-03-04"),
          modality: "we could live with",
        },
      ],
      bottomLine: stated("agenda/cod-quota/positions/norland/bottom-line", at("a-quarter")),
      redLines: [{ option: "a-fifth", why: "It would close the northern port" }],
    }),
    position("cod-quota", "sudmark", at("a-fifth"), range(60, 80), {
      interest: "Its own fleet is being scrapped",
      sources: cite("1"),
    }),
    position("cod-quota", "ostia", range(22, 28), { kind: "unknown" }),
  ],
  inherited: {
    basis: [
      {
        path: "agenda/cod-quota/basis/0",
        citation: { kind: "source", source: "treaty", passage: "4" },
        supports: "a-quarter",
        strength: "strong",
      },
    ],
    posture: "attack",
    card: {
      objective: "A share that follows the growth of the stock.",
      pointsToMake: [
        "Shares were fixed on a survey that is out of date",
        "Article 4 of the Treaty provides for revision",
      ],
      ifRaised: ["Discards: we are ready to land every catch"],
      doNotSay: ["That a quarter would do"],
      background: ["The last revision was in 2011."],
      notToBeDisclosed: ["The northern port closes below 24 per cent."],
    },
  },
  modality: "it might now be worthwhile to ask again",
  sources: cite("1"),
};

export function plainIssue(id: string, name: string, under: string[], more: Partial<Issue> = {}): Issue {
  return {
    type: "issue",
    path: `agenda/${id}`,
    id,
    under,
    name,
    options: [
      option(id, "as-now", 0, "As now"),
      option(id, "half-way", 50, "Half-way"),
      option(id, "ours", 100, "As we propose"),
    ],
    otherwise: { path: `agenda/${id}/otherwise`, kind: "option", option: "as-now" },
    positions: [
      position(id, "norland", at("ours"), range(30, 50), {
        fallbacks: [{ path: `agenda/${id}/positions/norland/fallbacks/0`, option: "half-way" }],
      }),
      position(id, "sudmark", at("as-now"), range(40, 60)),
      position(
        id,
        "ostia",
        {
          kind: "mix",
          parts: [
            { percent: 60, option: "as-now" },
            { percent: 40, option: "ours" },
          ],
        },
        range(20, 40),
      ),
    ],
    inherited: {},
    sources: cite("2"),
    ...more,
  };
}

export const machineTariff = plainIssue("machine-tariff", "Tariff on machine parts", ["market-access"], {
  modality: "it would be advisable to keep",
});
export const fishLabels = plainIssue("fish-labels", "Labels of origin", ["market-access"], {
  instances: [
    plainIssue("fish-labels/fresh", "Fresh fish", ["market-access"]),
    plainIssue("fish-labels/frozen", "Frozen fish", ["market-access"]),
  ],
});
export const patrols = plainIssue("patrols", "Joint patrols", [], {
  unless: { op: "fact", fact: "assumption", assumption: "patrols-agreed" },
  inherited: { unless: { op: "fact", fact: "assumption", assumption: "patrols-agreed" } },
});
export const seabed = plainIssue("seabed", "Survey of the sea-bed", ["minerals"], { onlyFor: ["minister"] });
