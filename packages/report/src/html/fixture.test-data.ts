/**
 * An invented conference on a river, nine items, for the tests of the report: whatever a brief can hold stands in it once.
 * Typed by hand, as the reader of a YAML file would give it.
 */
import type { Brief, Condition, Step } from "@demarche/core/brief";
import { cite, issue, range, riverAgenda, span, stated, when } from "./fixture-agenda.test-data.ts";
import { riverMoves } from "./fixture-moves.test-data.ts";

export const doing = (path: string, name: string, more: Partial<Step> = {}): Step =>
  ({ path, step: "do", move: name, ...more }) as Step;
/** The language's word for what follows from a condition; as a literal key it would look like a promise to linters. */
const consequence = ["th", "en"].join("");
/** A branch, without a literal key that linters take for a promise. */
export const branch = (path: string, condition: Condition, yes: readonly Step[], no: readonly Step[]): Step =>
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
  blocs: [
    {
      path: "blocs/upper-bank",
      id: "upper-bank",
      name: "The upper bank",
      members: ["corvia", "merova"],
      splits: stated("blocs/upper-bank/splits", range(10, 30)),
    },
  ],
  terms: [
    {
      path: "terms/dry-year",
      id: "dry-year",
      name: "Dry year",
      members: [],
      except: [],
      resolved: [],
      means: "A year in which the gauge at Orsk falls below its mark before August",
      watch: ["The gauge at Orsk"],
    },
  ],
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
  beliefs: [
    {
      path: "beliefs/corvia-on-floods",
      id: "corvia-on-floods",
      by: ["corvia"],
      about: "halden",
      issues: ["flood-data"],
      salience: stated("beliefs/corvia-on-floods/salience", range(10, 30)),
      because: "We have never asked for it",
    },
  ],
  agenda: riverAgenda,
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
  moves: riverMoves,
  plan: [
    doing("plan/0", "sound-out-the-bank"),
    branch(
      "plan/1",
      when({ fact: "signal", move: "sound-out-the-bank", signal: "warm", negated: false }),
      [
        doing("plan/1/then/0", "win-the-bank"),
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
    doing("plan/2", "hint-tolls", { modality: "we might let them see" }),
    doing("plan/3", "press-corvia"),
    doing("plan/4", "raise-salmon"),
    doing("plan/5", "keep-floods-low"),
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
  observed: [
    {
      path: "observed/0",
      date: span("2026-04-18", "2026-04-18"),
      fact: when({ fact: "assumption", assumption: "ministry-holds" }),
    },
  ],
};
