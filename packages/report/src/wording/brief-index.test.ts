import { expect, it } from "vitest";
import { indexBrief } from "./brief-index.ts";
import { citationsText, sourceEntryText, sourceText } from "./citation-text.ts";
import { conditionText } from "./condition-text.ts";
import { effectText } from "./effect-text.ts";
import { fixtureBrief } from "./fixture-brief.ts";
import { modalityText } from "./modality-text.ts";
import { chanceInputText, placeText, quantityText } from "./quantity-text.ts";
import { asSentence, insideSentence, listText, typeset } from "./sentence.ts";

const index = indexBrief(fixtureBrief);

it("numbers the agenda as agendas do, instances beneath their item, others' items apart", () => {
  const ids = [
    "cod-quota",
    "market-access",
    "machine-tariff",
    "fish-labels",
    "fish-labels/frozen",
    "minerals",
    "discards",
  ];
  expect(ids.map((id) => index.numberOf(id))).toEqual(["1", "2", "2(a)", "2(b)", "2(b)(ii)", "4", "O1"]);
});
it("names everything, with an article in running text and an abbreviation in narrow columns", () => {
  expect(index.nameOf("fish-labels/frozen")).toBe("Labels of origin: Frozen fish");
  expect(index.nameOf("veland-won")).toBe("Veland won");
  expect(index.inProse("sudmark")).toBe("the United Sudmark");
  expect(index.inProse("ostia")).toBe("Ostia");
  const usa = { path: "parties/usa", id: "usa", name: "United States" };
  const iran = { path: "parties/iran", id: "iran", name: "Iran" };
  const other = indexBrief({ ...fixtureBrief, parties: [usa, iran] });
  expect([other.shortName("usa"), other.shortName("iran")]).toEqual(["USA", "Iran"]);
  expect(index.optionName("cod-quota", "a-third")).toBe("One third");
  expect(index.signalName("sound-out-berg", "warm")).toBe("warm");
});
it("prints ids without a name as their author would write them", () => {
  const move = { path: "moves/ask-berg-for-cod", id: "ask-berg-for-cod", kind: "probe" as const };
  expect(indexBrief({ ...fixtureBrief, moves: [move] }).nameOf(move.id)).toBe("Ask Berg for cod");
});
it("takes no capital from what only some readers may know", () => {
  const ask = { path: "moves/ask-zebu", id: "ask-zebu", kind: "probe" as const };
  const hidden = { path: "moves/h", id: "h", kind: "court" as const, name: "Whisper to Zebu", onlyFor: ["minister"] };
  const people = [{ path: "parties/veland/people/p", id: "p", name: "J. Zebu" }];
  const nameIn = (moves: (typeof hidden | typeof ask)[]) => indexBrief({ ...fixtureBrief, moves }).nameOf("ask-zebu");
  expect([nameIn([ask]), nameIn([ask, hidden])]).toEqual(["Ask zebu", "Ask zebu"]);
  const [first, ...others] = fixtureBrief.parties;
  const named = indexBrief({ ...fixtureBrief, parties: [{ ...first!, people }, ...others], moves: [ask] });
  expect(named.nameOf("ask-zebu")).toBe("Ask Zebu");
});
it("prints conditions in plain English", () => {
  expect(conditionText(index, { op: "fact", fact: "move", move: "press-veland", state: "worked" })).toBe(
    "‘Press Veland’ works",
  );
  expect(
    conditionText(index, {
      op: "and",
      parts: [
        { op: "fact", fact: "is", issue: "cod-quota", option: "a-quarter", orBetter: true, negated: false },
        { op: "not", part: { op: "fact", fact: "assumption", assumption: "patrols-agreed" } },
        {
          op: "or",
          parts: [
            { op: "fact", fact: "item", issue: "patrols", state: "settled" },
            {
              op: "fact",
              fact: "date",
              when: "after",
              date: { from: "2026-03-01", to: "2026-03-01", text: "2026-03-01" },
            },
          ],
        },
      ],
    }),
  ).toBe(
    "‘Our share of the cod’ comes out at ‘One quarter’ or better, and it is not so that the patrols are agreed in the coast guards' talks, and (‘Joint patrols’ is settled, or it is after 1 March 2026)",
  );
});
it("prints effects in plain English, with the sense of the change", () => {
  expect(effectText(index, fixtureBrief.rules[0]!.then[0]!)).toBe(
    "the ideal of the United Sudmark on ‘Our share of the cod’ rises by 2 to 5",
  );
  expect(
    effectText(index, {
      path: "x",
      on: "breakdown",
      forum: "round",
      change: { relative: true, by: { kind: "range", low: -10, high: -5 } },
    }),
  ).toBe("the chance that Spring Round breaks down falls by 5 to 10 percentage points");
  expect(
    effectText(index, {
      path: "x",
      on: "position",
      parties: ["ostia"],
      issues: ["cod-quota"],
      changes: [
        { what: "ideal", path: "x", change: { relative: false, to: { kind: "exact", value: { option: "a-third" } } } },
      ],
    }),
  ).toBe("the ideal of Ostia on ‘Our share of the cod’ becomes ‘One third’");
});
it("prints quantities, places and chances as given", () => {
  expect(quantityText({ kind: "triple", least: 1, likeliest: 2, most: 3.5 })).toBe("1–3.5, most likely 2");
  expect(quantityText({ kind: "unknown" })).toBe("not known");
  expect(chanceInputText({ kind: "word", word: "likely" })).toBe("likely");
  expect(chanceInputText({ kind: "range", low: 20, high: 50 })).toBe("20–50 %");
  expect(placeText(index, "cod-quota", { kind: "range", low: 22, high: { option: "a-third" } })).toBe(
    "22 per cent to ‘One third’",
  );
  expect(
    placeText(index, "patrols", {
      kind: "mix",
      parts: [
        { percent: 60, option: "as-now" },
        { percent: 40, option: "ours" },
      ],
    }),
  ).toBe("‘As now’ (60 %) or ‘As we propose’ (40 %)");
});
it("finds the source that covers a value beside it", () => {
  expect(sourceText(index, "agenda/cod-quota/positions/sudmark/ideal")).toBe("Note of the Fisheries Desk, § 1");
  expect(sourceText(index, "agenda/machine-tariff/otherwise")).toBe("Note of the Fisheries Desk, § 2");
  expect(sourceText(index, "assumptions/patrols-agreed/chance")).toBe("no source given: counted as judgement");
  expect(citationsText(index, [{ kind: "judgement" }, { kind: "hindsight" }])).toBe(
    "judgement; judged after the event",
  );
  expect(sourceEntryText(index, "note")).toBe("Note of the Fisheries Desk (10 February 2026, graded A2)");
  expect(sourceEntryText(index, "telegram")).toBe("Telegram 17 from Veland (known of, not at hand)");
});
it("keeps the author's modality to the letter and adds none", () => {
  expect(modalityText({ modality: "it might now be worthwhile to ask again" })).toBe(
    "it might now be worthwhile to ask again",
  );
  expect(modalityText({})).toBeUndefined();
});
it("joins sentences without changing names", () => {
  expect(insideSentence("The patrols are agreed.")).toBe("the patrols are agreed");
  expect(insideSentence("France agrees")).toBe("France agrees");
  expect(listText(["a", "b", "c"])).toBe("a, b and c");
  expect(listText(["a, with b", "c"])).toBe("a, with b; c");
  expect(asSentence("it holds")).toBe("It holds.");
  expect(asSentence("‘It holds.’")).toBe("‘It holds.’");
});
it("sets straight marks as print has them", () => {
  expect(typeset('The move "Press Veland" and Berg\'s "no"')).toBe("The move ‘Press Veland’ and Berg’s ‘no’");
});
