/**
 * An invented brief of six items for the tests of the papers: it holds each kind of thing that a paper prints once.
 * Typed by hand, as the reader of a YAML file would give it.
 */
import type { Brief, Chance, Citation, DateSpan, Issue, Place, Position, Quantity, Stated } from "@demarche/core/brief";

const range = (low: number, high: number): Quantity => ({ kind: "range", low, high });
const exact = (value: number): Quantity => ({ kind: "exact", value });
const at = (option: string): Place => ({ kind: "exact", value: { option } });
const word = (name: "likely" | "unlikely" | "very unlikely"): Chance => ({ kind: "word", word: name });
const stated = <T>(path: string, value: T): Stated<T> => ({ path, value });
const cite = (passage: string): Citation[] => [{ kind: "source", source: "note", passage }];
const span = (from: string, to: string): DateSpan => ({ from, to, text: `${from}..${to}` });

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

const codQuota: Issue = {
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

function plainIssue(id: string, name: string, under: string[], more: Partial<Issue> = {}): Issue {
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

const machineTariff = plainIssue("machine-tariff", "Tariff on machine parts", ["market-access"], {
  modality: "it would be advisable to keep",
});
const fishLabels = plainIssue("fish-labels", "Labels of origin", ["market-access"], {
  instances: [
    plainIssue("fish-labels/fresh", "Fresh fish", ["market-access"]),
    plainIssue("fish-labels/frozen", "Frozen fish", ["market-access"]),
  ],
});
const patrols = plainIssue("patrols", "Joint patrols", [], {
  inherited: { unless: { op: "fact", fact: "assumption", assumption: "patrols-agreed" } },
});
const seabed = plainIssue("seabed", "Survey of the sea-bed", ["minerals"], { onlyFor: ["minister"] });

export const fixtureBrief: Brief = {
  head: {
    path: "",
    demarche: 1,
    title: "Agenda for the spring round on fish and market access",
    from: { name: "H. Aas", office: "Head of the Fisheries Desk" },
    to: { name: "M. Lind", office: "Minister for Trade" },
    marking: "confidential",
    date: { from: "2026-02-10", to: "2026-02-10", text: "2026-02-10" },
    us: "norland",
    forum: "round",
    readers: { minister: "The Minister" },
  },
  method: { path: "method", yardstick: "icd203" },
  sources: [
    {
      path: "sources/note",
      id: "note",
      name: "Note of the Fisheries Desk",
      date: { from: "2026-02-10", to: "2026-02-10", text: "2026-02-10" },
      grade: "A2",
      passages: [
        { path: "sources/note/passages/1", label: "1" },
        { path: "sources/note/passages/2", label: "2" },
      ],
    },
    {
      path: "sources/treaty",
      id: "treaty",
      name: "Treaty on the Northern Sea",
      grade: "A1",
      signed: ["norland", "sudmark"],
    },
    { path: "sources/telegram", id: "telegram", name: "Telegram 17 from Veland", missing: true },
  ],
  parties: [
    { path: "parties/norland", id: "norland", name: "Norland" },
    { path: "parties/sudmark", id: "sudmark", name: "United Sudmark" },
    { path: "parties/ostia", id: "ostia", name: "Ostia" },
    {
      path: "parties/veland",
      id: "veland",
      name: "Veland",
      role: "third",
      people: [{ path: "parties/veland/people/berg", id: "berg", name: "K. Berg", office: "Fisheries Attaché" }],
    },
    { path: "parties/press", id: "press", name: "Press of the coast", role: "audience" },
  ],
  blocs: [],
  terms: [],
  forums: [
    {
      path: "forums/round",
      id: "round",
      name: "Spring Round",
      members: ["norland", "sudmark", "ostia"],
      dates: span("2026-03-02", "2026-03-06"),
    },
    {
      path: "forums/berg-talks",
      id: "berg-talks",
      name: "Talks with Berg",
      members: ["norland", "veland"],
      dates: span("2026-02-16", "2026-02-20"),
    },
  ],
  assumptions: [
    {
      path: "assumptions/patrols-agreed",
      id: "patrols-agreed",
      statement: "The patrols are agreed in the coast guards' talks",
      chance: stated("assumptions/patrols-agreed/chance", word("unlikely")),
      until: span("2026-03-01", "2026-03-01"),
    },
  ],
  beliefs: [],
  agenda: [
    codQuota,
    {
      type: "heading",
      path: "agenda/market-access",
      id: "market-access",
      name: "Market access",
      items: [machineTariff, fishLabels],
    },
    patrols,
    {
      type: "heading",
      path: "agenda/minerals",
      id: "minerals",
      name: "Minerals",
      onlyFor: ["minister"],
      items: [seabed],
    },
  ],
  othersWillTable: [
    {
      ...plainIssue("discards", "A ban on discards", []),
      path: "others will table/discards",
      options: [],
      positions: [],
      by: ["sudmark"],
      chance: stated("others will table/discards/chance", word("likely")),
      answer: "trade",
    },
    {
      ...plainIssue("whaling", "Whaling", []),
      path: "others will table/whaling",
      options: [],
      positions: [],
      by: ["ostia"],
      answer: "unknown",
    },
  ],
  goals: [
    {
      path: "goals/ports-live",
      id: "ports-live",
      statement: "The three northern ports stay open",
      modality: "it is desirable that",
      issues: ["cod-quota"],
    },
  ],
  links: [
    {
      path: "links/quota-for-tariff",
      id: "quota-for-tariff",
      name: "Tariff for quota",
      kind: "offer",
      offer: { "machine-tariff": "as-now" },
      if: { op: "fact", fact: "is", issue: "cod-quota", option: "a-quarter", orBetter: true, negated: false },
      target: ["sudmark"],
      hinted: true,
    },
  ],
  rules: [
    {
      path: "rules/veland-won",
      id: "veland-won",
      if: { op: "fact", fact: "move", move: "press-veland", state: "worked" },
      // biome-ignore lint/suspicious/noThenProperty: `then` is a word of the brief language
      then: [
        {
          path: "rules/veland-won/then/0",
          on: "position",
          parties: ["sudmark"],
          issues: ["cod-quota"],
          changes: [
            { what: "ideal", path: "rules/veland-won/then/0/ideal", change: { relative: true, by: range(2, 5) } },
          ],
        },
      ],
      because: "Sudmark would stand alone",
    },
  ],
  moves: [
    {
      path: "moves/sound-out-berg",
      id: "sound-out-berg",
      name: "Sound out Berg",
      kind: "probe",
      target: ["veland"],
      through: "berg",
      issues: ["cod-quota"],
      dates: span("2026-02-16", "2026-02-18"),
      signals: [
        {
          path: "moves/sound-out-berg/signals/warm",
          id: "warm",
          likelihood: { kind: "chance", chance: stated("moves/sound-out-berg/signals/warm", word("likely")) },
        },
      ],
    },
    {
      path: "moves/press-veland",
      id: "press-veland",
      name: "Press Veland",
      kind: "press",
      target: ["veland"],
      dates: span("2026-02-18", "2026-02-20"),
      chance: stated("moves/press-veland/chance", range(20, 50)),
      modality: "some pressure could be brought to bear",
      signals: "success",
      sources: cite("1"),
    },
    {
      path: "moves/hint-the-trade",
      id: "hint-the-trade",
      name: "Hint at the trade",
      kind: "offer",
      link: "quota-for-tariff",
      target: ["sudmark"],
    },
    {
      path: "moves/keep-low",
      id: "keep-low",
      name: "Keep the survey low",
      kind: "conceal",
      issues: ["seabed"],
      onlyFor: ["minister"],
    },
  ],
  plan: [
    { path: "plan/0", step: "do", move: "sound-out-berg" },
    {
      path: "plan/1",
      step: "if",
      if: { op: "fact", fact: "signal", move: "sound-out-berg", signal: "warm", negated: false },
      // biome-ignore lint/suspicious/noThenProperty: `then` is a word of the brief language
      then: [
        { path: "plan/1/then/0", step: "do", move: "press-veland", modality: "some pressure could be brought to bear" },
      ],
      else: [{ path: "plan/1/else/0", step: "ask", issue: "cod-quota", option: "a-quarter" }],
    },
    { path: "plan/2", step: "do", move: "hint-the-trade", modality: "we might let them understand" },
    { path: "plan/3", step: "do", move: "keep-low", onlyFor: ["minister"] },
  ],
  otherPlans: [],
  forecasts: [
    {
      path: "forecasts/quota-at-quarter",
      id: "quota-at-quarter",
      statement: "We come out with a quarter of the cod or more",
      event: { op: "fact", fact: "is", issue: "cod-quota", option: "a-quarter", orBetter: true, negated: false },
      chance: stated("forecasts/quota-at-quarter/chance", word("likely")),
      due: span("2026-03-07", "2026-03-07"),
      confidence: "moderate",
    },
    {
      path: "forecasts/with-veland",
      id: "with-veland",
      statement: "With Veland the chances on the quota are much better",
      event: { op: "fact", fact: "is", issue: "cod-quota", option: "a-third", orBetter: true, negated: false },
      if: { op: "fact", fact: "move", move: "press-veland", state: "worked" },
      shift: "much higher",
      due: span("2026-03-07", "2026-03-07"),
    },
  ],
  observed: [],
};
