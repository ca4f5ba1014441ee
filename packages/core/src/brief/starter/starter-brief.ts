/** The brief that `demarche new` writes: a small invented negotiation, every word explained where it stands. */
import { writeScalar } from "../edit/scalar-text.ts";
import { partyIds } from "./party-id.ts";

export interface StarterWishes {
  readonly title?: string;
  /** Whose brief it is: a name as people write it. */
  readonly us?: string;
  /** The others at the table: names; at least one, else the invented two. */
  readonly others?: readonly string[];
}

/** Every name that the starter gives to something other than a party. */
const TAKEN = [
  "talks",
  "dry-summer",
  "summer-flow",
  "gates",
  "survey-stations",
  "good-neighbours",
  "flow-for-gates",
  "thirst",
  "sound-out",
  "show-the-survey",
  "offer-the-gates",
  "flow-agreed",
];

/**
 * Text of a starter brief, about 60 lines. It reads without errors and gives a plan with a move that changes
 * something, a signal and a branch; it does not depend on the day it is written.
 */
export function starterBrief(wishes: StarterWishes = {}): string {
  const us = wishes.us?.trim() || "Delta";
  const given = (wishes.others ?? []).map((name) => name.trim()).filter((name) => name !== "");
  const others = given.length > 0 ? given : ["Upland", "Lakeside"];
  const ids = partyIds([us, ...others], TAKEN);
  const [ours = "us", ...theirs] = ids;
  const chief = theirs[0] ?? "them";
  const parties = [us, ...others].map((name, i) => `  ${ids[i]}: ${writeScalar(name, "block")}`).join("\n");
  const friendly = theirs.slice(1);
  const more = (line: string) => friendly.map((id) => `      ${id}: ${line}\n`).join("");
  return `# A brief for Demarche. The negotiation is invented: put your own in its place, and run "demarche check" on the way.
# Words of the language are lower case (bottom line); names that you give have hyphens instead of spaces (summer-flow).
# A comment begins with a # behind a blank. Numbers may be ranges (10..35) or unknown; chances are 20..40% or a word (likely).
demarche: 1                      # version of the language
title: ${writeScalar(wishes.title?.trim() || "Water from the upper river, spring round", "block")}
date: 2030-03-01                 # the day on which this is known: nothing later may feed the plan
us: ${ours}
unsourced: judgement             # what a value is that cites no source: name documents under "sources", cite them as NAME#PASSAGE

parties:                         # all who matter; who has no seat gets { name: NAME, role: third }
${parties}
forums:                          # where it is settled; without this: one table of all, by consensus
  talks: { name: Spring round of talks, decision rule: consensus, dates: 2030-04-08..2030-04-19, breakdown: 5..15% }
assumptions:                     # what may or may not hold; "until" says when to look again
  dry-summer: { statement: The summer is dry again, chance: 40..70%, until: 2030-09-30 }

agenda:                          # what we put on the table, in our order
  - issue: summer-flow
    name: Water let through in summer
    scale: 40..80
    unit: cubic metres a second
    options: { as-now: 40, some-more: 50, enough-for-rice: 65, full-flow: 80 }
    otherwise: as-now            # what happens without agreement
    positions:                   # ideal: what each wants; salience 0..100: how much it cares
      ${ours}:
        ideal: full-flow
        salience: 70..90
        fallbacks:               # ALWAYS ASKED: the ladder below what we ask; who may authorise each rung, and by when
          - { option: enough-for-rice, authority: Head of delegation, due: 2030-04-15 }
          - { option: some-more, authority: Minister, due: 2030-04-18 }
        bottom line: some-more   # accepted now, nothing below it; "red lines: OPTION" would be never
      ${chief}: { ideal: 40..50, salience: 50..80 }
${more("{ ideal: some-more..full-flow, salience: unknown }")}\
  - issue: gates
    name: Who pays for the new gates
    options: [we-pay, halves, they-pay]      # a bare list stands in even steps, 0 to 100
    otherwise: halves
    positions:
      ${ours}: { ideal: they-pay, salience: 20..40, fallbacks: [{ option: halves, authority: Head of delegation, due: 2030-04-15 }] }
      ${chief}: { ideal: we-pay, salience: 60..80 }
${more("halves")}\
others will table:               # ALWAYS ASKED: what they will bring up, and our answer: accept, refuse, trade or put off
  - { issue: survey-stations, name: Survey stations on our bank, by: ${chief}, chance: likely, answer: trade }

goals:                           # wanted beyond the items
  good-neighbours: { kind: relation, statement: Stay on good terms with the other bank, target: ${chief} }
links:                           # an offer: if the one comes out so, we accept the other
  flow-for-gates: { offer: { gates: we-pay }, if: summer-flow is enough-for-rice or better, target: ${chief} }
rules:                           # what changes what, whoever acts: here a dry summer makes us care more
  thirst: { if: dry-summer, then: [{ party: ${ours}, issue: summer-flow, salience: +5..+10 }] }

moves:                           # what can be done, beside asking
  sound-out:                     # a probe tells us something: a signal, with its chance if they would agree, and if not
    { kind: probe, target: ${chief}, issue: summer-flow, dates: 2030-03-15..2030-03-20,
      signals: { warm: { if: ${chief} accepts some-more on summer-flow, chance: likely, else: unlikely } } }
  show-the-survey:               # a move may work or fail; when it works, their ideal moves up the scale by 5 to 15
    { kind: court, target: ${chief}, issue: summer-flow, dates: 2030-03-22..2030-04-05, chance: 40..60%, signals: success,
      if it works: [{ party: ${chief}, issue: summer-flow, ideal: +5..+15 }] }
  offer-the-gates: { kind: offer, link: flow-for-gates, target: ${chief}, forum: talks }
plan:                            # in order; branches hang on what we have learnt by then
  - sound-out
  - show-the-survey
  - if: sound-out is warm
    then: [{ ask: full-flow, issue: summer-flow }]
    else: [offer-the-gates, { ask: enough-for-rice, issue: summer-flow }]

forecasts:                       # what we expect, to be scored afterwards
  flow-agreed: { statement: More water is agreed at the talks, event: summer-flow is some-more or better, chance: likely, due: 2030-04-19 }
`;
}
