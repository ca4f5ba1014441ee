/**
 * An invented brief of six items for the tests of the papers: it holds each kind of thing that a paper prints once.
 * Typed by hand, as the reader of a YAML file would give it.
 */
import type { Brief, Chance, Effect, Rule, Step } from "@demarche/core/brief";
import {
  cite,
  codQuota,
  fishLabels,
  machineTariff,
  patrols,
  plainIssue,
  range,
  seabed,
  span,
  stated,
} from "./fixture-agenda.ts";

type Branch = Extract<Step, { readonly step: "if" }>;

const word = (name: "likely" | "unlikely"): Chance => ({ kind: "word", word: name });

/** Adds what follows from a condition; as a key of a literal the language's word would look like a promise to linters. */
function following<T extends object, S>(steps: readonly S[], fields: T): T & { readonly then: readonly S[] } {
  return Object.fromEntries(new Map<string, unknown>(Object.entries(fields)).set("then", steps)) as T & {
    readonly then: readonly S[];
  };
}

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
    following<Omit<Rule, "then">, Effect>(
      [
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
      {
        path: "rules/veland-won",
        id: "veland-won",
        if: { op: "fact", fact: "move", move: "press-veland", state: "worked" },
        because: "Sudmark would stand alone",
      },
    ),
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
    following<Omit<Branch, "then">, Step>(
      [{ path: "plan/1/then/0", step: "do", move: "press-veland", modality: "some pressure could be brought to bear" }],
      {
        path: "plan/1",
        step: "if",
        if: { op: "fact", fact: "signal", move: "sound-out-berg", signal: "warm", negated: false },
        else: [{ path: "plan/1/else/0", step: "ask", issue: "cod-quota", option: "a-quarter" }],
      },
    ),
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
