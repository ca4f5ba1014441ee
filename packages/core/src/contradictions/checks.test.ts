/** Each check fires on the smallest brief that shows its fault, at both places, and not on its near-misses. */
import { describe, expect, test } from "vitest";
import { readBrief } from "../brief/read-brief.ts";
import { CHECKS } from "./checks.ts";
import { findContradictions } from "./find-contradictions.ts";

const BASE: Readonly<Record<string, string>> = {
  demarche: "1",
  date: "2030-01-10",
  us: "us",
  forum: "talks",
  parties: "{ us: We, them: They, other: Other, third: { name: Third, role: third } }",
  forums:
    "{ talks: { members: [us, them], dates: 2030-02-01..2030-02-10 }, congress: { members: [us, them, other], dates: 2030-03-01..2030-03-05 } }",
  agenda:
    "[{ issue: price, options: [low, mid, high], otherwise: low, positions: { us: high, them: low, third: mid } }, { issue: date, options: [early, late], positions: { us: late } }]",
  "others will table": "[]",
};
type Parts = Readonly<Record<string, string>>;
function find(parts: Parts) {
  const text = Object.entries({ ...BASE, ...parts })
    .map(([word, value]) => `${word}: ${value}\n`)
    .join("");
  const { brief, diagnostics } = readBrief(text, { file: "test.yaml" });
  if (!brief)
    throw new Error(
      diagnostics.map(({ code, message, place }) => `${place.line}:${place.column} ${code} ${message}`).join("\n"),
    );
  return findContradictions(brief);
}
function price(words: string): string {
  return `[{ issue: price, ${words} }, { issue: date, options: [early, late], positions: { us: late } }]`;
}
const OPTIONS = "options: [low, mid, high]";

interface Row {
  readonly rule: string;
  readonly code: string;
  readonly severity: string;
  readonly fires: Parts;
  readonly paths: readonly string[];
  readonly misses: readonly Parts[];
}
const ROWS: readonly Row[] = [
  {
    rule: "C1",
    code: "excluded-scope",
    severity: "contradiction",
    fires: {
      terms: "{ north: North, isle: Isle, zone: { members: [north, isle], except: isle } }",
      goals: "{ hold: { issue: price, scope: zone } }",
      moves: "{ ask-isle: { kind: propose, issue: price, scope: isle } }",
    },
    paths: ["moves/ask-isle/scope", "goals/hold/scope"],
    misses: [
      {
        terms: "{ north: North, isle: Isle, zone: { members: [north, isle], except: isle } }",
        goals: "{ hold: { issue: price, scope: zone } }",
        moves:
          "{ ask-north: { kind: propose, issue: price, scope: north }, ask-date: { kind: propose, issue: date, scope: isle } }",
      },
    ],
  },
  {
    rule: "C2",
    code: "own-red-line",
    severity: "contradiction",
    fires: {
      agenda: price(`${OPTIONS}, positions: { us: { ideal: high, red lines: low } }`),
      moves: "{ give: { kind: propose, issue: price, option: low } }",
    },
    paths: ["moves/give", "agenda/price/positions/us/red lines"],
    misses: [
      {
        agenda: price(`${OPTIONS}, positions: { us: { ideal: high, red lines: low } }`),
        moves:
          "{ give: { kind: propose, issue: price, option: mid }, theirs: { by: them, kind: propose, issue: price, option: low } }",
      },
    ],
  },
  {
    rule: "C2",
    code: "their-red-line",
    severity: "tension",
    fires: {
      agenda: price(
        `${OPTIONS}, positions: { us: { ideal: mid, fallbacks: [low] }, them: { ideal: low, red lines: { mid: too dear } } }`,
      ),
    },
    paths: ["agenda/price/positions/us", "agenda/price/positions/them/red lines"],
    misses: [
      {
        agenda: price(
          `${OPTIONS}, positions: { us: mid, them: { ideal: low, red lines: high }, third: { ideal: low, red lines: mid } }`,
        ),
      },
    ],
  },
  {
    rule: "C3",
    code: "attack-and-avoid",
    severity: "contradiction",
    fires: {
      goals: "{ calm: { kind: avoid, target: them, dates: 2030-02 } }",
      moves: "{ push: { kind: press, target: [third, them], issue: price } }",
    },
    paths: ["moves/push", "goals/calm"],
    misses: [
      {
        goals: "{ calm: { kind: avoid, target: them, dates: 2030-02 } }",
        moves: "{ push: { kind: press, target: third, issue: price } }",
      },
      {
        goals: "{ calm: { kind: avoid, target: them, dates: 2030-09 } }",
        moves: "{ push: { kind: press, target: them, issue: price } }",
      },
      {
        goals: "{ calm: { kind: avoid, target: them } }",
        moves: "{ push: { kind: press, target: them, issue: price }, ask: { kind: probe, target: them } }",
        plan: "[ask]",
      },
    ],
  },
  {
    rule: "C3",
    code: "attack-and-avoid",
    severity: "tension",
    fires: {
      goals: "{ calm: { kind: avoid, target: them, forum: congress } }",
      agenda: price(`${OPTIONS}, posture: attack, positions: { us: high }`),
    },
    paths: ["agenda/price/posture", "goals/calm"],
    misses: [
      {
        goals: "{ calm: { kind: avoid, target: other, forum: congress } }",
        agenda: price(`${OPTIONS}, posture: attack, positions: { us: high }`),
      },
    ],
  },
  {
    rule: "C4",
    code: "press-and-court",
    severity: "tension",
    fires: {
      goals: "{ friends: { kind: relation, issue: date, target: third } }",
      moves: "{ push: { kind: press, target: third, issue: price } }",
    },
    paths: ["moves/push", "goals/friends"],
    misses: [
      {
        goals: "{ friends: { kind: relation, issue: date, target: third } }",
        moves:
          "{ push: { kind: press, target: them, issue: price }, ask: { kind: probe, target: third, issue: price } }",
      },
    ],
  },
  {
    rule: "C4",
    code: "press-and-court",
    severity: "contradiction",
    fires: {
      goals: "{ friends: { kind: relation, issue: price, target: them } }",
      moves: "{ push: { kind: press, target: them, issue: price } }",
    },
    paths: ["moves/push", "goals/friends"],
    misses: [
      {
        goals: "{ friends: { kind: result, issue: price, target: them } }",
        moves: "{ push: { kind: press, target: them, issue: price } }",
      },
    ],
  },
  {
    rule: "C4",
    code: "press-and-court",
    severity: "tension",
    fires: {
      moves: "{ push: { kind: press, target: them, issue: price }, woo: { kind: court, target: them } }",
      plan: "[push, woo]",
    },
    paths: ["moves/push", "moves/woo"],
    misses: [
      {
        moves: "{ push: { kind: press, target: them, issue: price }, woo: { kind: court, target: them } }",
        plan: "[push]",
      },
    ],
  },
  {
    rule: "C5",
    code: "limit-and-relation",
    severity: "contradiction",
    fires: {
      sources: "{ pact: { name: Pact, date: 2029 } }",
      agenda: price(`${OPTIONS}, positions: { us: mid, third: { ideal: low, red lines: { high: never } } }`),
      goals:
        "{ keep: { kind: limit, issue: price, basis: { source: pact, supports: high } }, reach-out: { kind: relation, issue: price, target: third } }",
    },
    paths: ["goals/keep", "goals/reach-out"],
    misses: [
      { goals: "{ keep: { kind: limit, issue: price }, reach-out: { kind: relation, issue: price, target: third } }" },
      {
        agenda: price(`${OPTIONS}, positions: { us: high, third: { ideal: low, red lines: high } }`),
        goals: "{ keep: { kind: limit, issue: price }, reach-out: { kind: relation, issue: date, target: third } }",
      },
    ],
  },
  {
    rule: "C5",
    code: "limit-and-relation",
    severity: "tension",
    fires: {
      forums: "{ talks: { members: [us, them], competence: { price: { needs: third }, date: 100% } } }",
      goals: "{ keep: { kind: limit, issue: price }, reach-out: { kind: relation, issue: price, target: third } }",
    },
    paths: ["goals/keep", "goals/reach-out"],
    misses: [
      {
        forums: "{ talks: { members: [us, them], competence: { price: 100%, date: { needs: third } } } }",
        goals: "{ keep: { kind: limit, issue: price }, reach-out: { kind: relation, issue: price, target: third } }",
      },
    ],
  },
  {
    rule: "C6",
    code: "use-against-friends",
    severity: "tension",
    fires: {
      goals:
        "{ wedge: { kind: relation, target: third, against: [them, other], issue: date }, together: { kind: relation, target: [us, them], issue: price } }",
    },
    paths: ["goals/wedge", "goals/together"],
    misses: [
      {
        goals:
          "{ wedge: { kind: relation, target: third, against: other, issue: date }, together: { kind: relation, target: [us, them], issue: price } }",
      },
      {
        goals:
          "{ wedge: { kind: relation, target: third, against: them, issue: date }, get: { kind: result, target: them, issue: price } }",
      },
    ],
  },
  {
    rule: "C7",
    code: "courted-but-left-out",
    severity: "tension",
    fires: {
      agenda: price(`${OPTIONS}, institution: talks, positions: { us: high, third: low }`),
      goals: "{ friends: { kind: relation, issue: date, target: third } }",
    },
    paths: ["goals/friends", "agenda/price/positions/third"],
    misses: [
      {
        agenda: price(`${OPTIONS}, institution: talks, positions: { us: high, third: high }`),
        goals: "{ friends: { kind: relation, issue: date, target: third } }",
      },
      {
        agenda: price(`${OPTIONS}, institution: talks, positions: { us: high, them: low }`),
        goals: "{ friends: { kind: relation, issue: date, target: them } }",
      },
    ],
  },
  {
    rule: "C8",
    code: "rung-out-of-order",
    severity: "contradiction",
    fires: { agenda: price(`${OPTIONS}, positions: { us: { ideal: 80..100, ask: high, fallbacks: [low, mid] } }`) },
    paths: ["agenda/price/positions/us/fallbacks/1", "agenda/price/positions/us/fallbacks/0"],
    misses: [
      { agenda: price(`${OPTIONS}, positions: { us: { ideal: 80..100, ask: high, fallbacks: [mid, low] } }`) },
      { agenda: price(`${OPTIONS}, positions: { us: { ideal: 20..100, ask: high, fallbacks: [low, mid] } }`) },
    ],
  },
  {
    rule: "C8",
    code: "rung-out-of-order",
    severity: "contradiction",
    fires: {
      agenda: price(
        "kind: choice, options: [a, b, c], positions: { us: { ranks: [a, b, c], ask: b, fallbacks: [a] } }",
      ),
    },
    paths: ["agenda/price/positions/us/fallbacks/0", "agenda/price/positions/us/ask"],
    misses: [
      {
        agenda: price(
          "kind: choice, options: [a, b, c], positions: { us: { ranks: [a, b, c], ask: a, fallbacks: [b] } }",
        ),
      },
    ],
  },
  {
    rule: "C8",
    code: "rung-below-bottom-line",
    severity: "contradiction",
    fires: { agenda: price(`${OPTIONS}, positions: { us: { ideal: high, bottom line: mid, fallbacks: [mid, low] } }`) },
    paths: ["agenda/price/positions/us/fallbacks/1", "agenda/price/positions/us/bottom line"],
    misses: [
      { agenda: price(`${OPTIONS}, positions: { us: { ideal: high, bottom line: low..mid, fallbacks: [mid, low] } }`) },
    ],
  },
  {
    rule: "C8",
    code: "bottom-line-below-otherwise",
    severity: "contradiction",
    fires: { agenda: price(`${OPTIONS}, otherwise: mid, positions: { us: { ideal: high, bottom line: low } }`) },
    paths: ["agenda/price/positions/us/bottom line", "agenda/price/otherwise"],
    misses: [{ agenda: price(`${OPTIONS}, otherwise: mid, positions: { us: { ideal: high, bottom line: mid } }`) }],
  },
  {
    rule: "C9",
    code: "untold-trigger",
    severity: "contradiction",
    fires: { assumptions: "{ thaw: 50% }", moves: "{ go: { kind: propose, issue: price, if: thaw } }" },
    paths: ["moves/go/if", "assumptions/thaw"],
    misses: [
      {
        assumptions: "{ thaw: 50% }",
        moves:
          "{ look: { kind: confirm, signals: { yes-it-does: { if: thaw, chance: 90% } } }, go: { kind: propose, issue: price, if: thaw } }",
      },
      {
        assumptions: "{ thaw: 50% }",
        moves: "{ look: { kind: probe }, go: { kind: propose, issue: price, if: thaw } }",
        plan: "[look]",
      },
    ],
  },
  {
    rule: "C9",
    code: "unwatched-assumption",
    severity: "gap",
    fires: { assumptions: "{ thaw: 50% }", goals: "{ win: { issue: price, if: thaw } }" },
    paths: ["goals/win/if", "assumptions/thaw"],
    misses: [
      {
        assumptions: "{ thaw: { chance: 50%, watch: the thermometer } }",
        goals: "{ win: { issue: price, if: thaw } }",
      },
    ],
  },
  {
    rule: "C10",
    code: "expired-assumption",
    severity: "contradiction",
    fires: {
      assumptions: "{ thaw: { chance: 50%, until: 2030-01-20, watch: ice } }",
      goals: "{ win: { issue: price, if: thaw } }",
    },
    paths: ["goals/win", "assumptions/thaw"],
    misses: [
      {
        assumptions: "{ thaw: { chance: 50%, until: 2030-02-10, watch: ice } }",
        goals: "{ win: { issue: price, if: thaw } }",
      },
      {
        assumptions: "{ thaw: { chance: 50%, until: 2030-01-31 } }",
        agenda: price(`${OPTIONS}, unless: thaw, resolved as: mid, positions: { us: high }`),
      },
    ],
  },
  {
    rule: "C10",
    code: "expired-assumption",
    severity: "tension",
    fires: {
      assumptions: "{ thaw: { chance: 50%, until: 2030-02-05, watch: ice } }",
      rules: "{ r: { if: thaw and before 2030-03, then: [{ issue: price, admission: +10% }] } }",
    },
    paths: ["rules/r", "assumptions/thaw"],
    misses: [
      {
        assumptions: "{ thaw: { chance: 50%, until: 2030-02-28, watch: ice } }",
        rules: "{ r: { if: thaw and before 2030-02, then: [{ issue: price, admission: +10% }] } }",
      },
    ],
  },
  {
    rule: "C10",
    code: "expired-assumption",
    severity: "contradiction",
    fires: {
      assumptions: "{ thaw: { chance: 50%, until: 2030-01-30 } }",
      agenda: price(`${OPTIONS}, unless: thaw, resolved as: mid, positions: { us: high }`),
    },
    paths: ["agenda/price", "assumptions/thaw"],
    misses: [],
  },
  {
    rule: "C11",
    code: "membership-omits-needed",
    severity: "tension",
    fires: { agenda: price("options: { club: { at: 0, members: [us, third] }, all: 100 }, positions: { us: all }") },
    paths: ["agenda/price/options/club/members", "forums/talks"],
    misses: [
      { agenda: price("options: { club: { at: 0, members: [us, third, them] }, all: 100 }, positions: { us: all }") },
      {
        forums: "{ talks: { members: [us, them], decision rule: majority } }",
        agenda: price("options: { club: { at: 0, members: [us, third] }, all: 100 }, positions: { us: all }"),
      },
    ],
  },
  {
    rule: "C11",
    code: "membership-without-us",
    severity: "contradiction",
    fires: {
      agenda: price(
        "options: { club: { at: 0, members: [them, third] }, all: 100 }, positions: { us: { ideal: all, fallbacks: [club] } }",
      ),
    },
    paths: ["agenda/price/options/club/members", "agenda/price/positions/us"],
    misses: [
      {
        agenda: price(
          "options: { club: { at: 0, members: [us, them] }, all: 100 }, positions: { us: { ideal: all, fallbacks: [club] } }",
        ),
      },
    ],
  },
  {
    rule: "C11",
    code: "membership-splits-bloc",
    severity: "gap",
    fires: {
      blocs: "{ lowlands: [other, third, them] }",
      agenda: price(
        "options: { club: { at: 0, members: [us, them, third] }, all: 100 }, positions: { us: all, lowlands: club }",
      ),
    },
    paths: ["agenda/price/options/club/members", "blocs/lowlands"],
    misses: [
      {
        blocs: "{ lowlands: [other, third, them] }",
        agenda: price(
          "options: { club: { at: 0, members: [us, them, third] }, all: 100 }, positions: { us: all, them: club }",
        ),
      },
      {
        blocs: "{ lowlands: [other, third] }",
        agenda: price(
          "options: { club: { at: 0, members: [us, them, third] }, all: 100 }, positions: { us: all, lowlands: club }",
        ),
      },
    ],
  },
  {
    rule: "C12",
    code: "never-admitted",
    severity: "contradiction",
    fires: { agenda: price(`${OPTIONS}, admission: 0%, positions: { us: high }`) },
    paths: ["agenda/price", "agenda/price/admission"],
    misses: [{ agenda: price(`${OPTIONS}, admission: 0..10%, positions: { us: high }`) }],
  },
  {
    rule: "C12",
    code: "not-on-adopted-agenda",
    severity: "contradiction",
    fires: { forums: "{ talks: { members: [us, them], adopted: [date, Herring] } }" },
    paths: ["agenda/price", "forums/talks/adopted"],
    misses: [{ forums: "{ talks: { members: [us, them], adopted: [date, Price] } }" }],
  },
  {
    rule: "C13",
    code: "forum-without-competence",
    severity: "contradiction",
    fires: { forums: "{ talks: { members: [us, them], competence: date } }" },
    paths: ["agenda/price", "forums/talks/competence"],
    misses: [{ forums: "{ talks: { members: [us, them], competence: { date: 100%, price: unlikely } } }" }],
  },
  {
    rule: "C13",
    code: "nothing-moves-it",
    severity: "gap",
    fires: { agenda: price(`${OPTIONS}, now before: congress, positions: { us: high }`) },
    paths: ["agenda/price", "forums/congress"],
    misses: [
      {
        agenda: price(`${OPTIONS}, now before: congress, positions: { us: high }`),
        moves: "{ lift: { kind: escalate, issue: price, forum: talks } }",
      },
    ],
  },
  {
    rule: "C14",
    code: "step-after-deadline",
    severity: "contradiction",
    fires: { moves: "{ push: { kind: propose, issue: price, dates: 2030-02-11 } }" },
    paths: ["moves/push/dates", "forums/talks"],
    misses: [{ moves: "{ push: { kind: propose, issue: price, dates: 2030-02-10..2030-02-12 } }" }],
  },
  {
    rule: "C14",
    code: "step-after-deadline",
    severity: "contradiction",
    fires: {
      agenda: price(`${OPTIONS}, due: 2030-02-05, positions: { us: high }`),
      moves: "{ push: { kind: propose, issue: price, dates: 2030-02-06 } }",
    },
    paths: ["moves/push/dates", "agenda/price/due"],
    misses: [
      {
        agenda: price(`${OPTIONS}, due: 2030-02, positions: { us: high }`),
        moves: "{ push: { kind: propose, issue: price, dates: 2030-02-06 } }",
      },
    ],
  },
  {
    rule: "C14",
    code: "step-already-past",
    severity: "contradiction",
    fires: { moves: "{ push: { kind: propose, issue: price, dates: 2030-01-09 } }" },
    paths: ["moves/push/dates", "date"],
    misses: [
      {
        moves: "{ push: { kind: propose, issue: price, dates: 2030-01-09 } }",
        observed: "[{ date: 2030-01-10, fact: push done }]",
      },
    ],
  },
  {
    rule: "C14",
    code: "steps-out-of-order",
    severity: "contradiction",
    fires: {
      moves: "{ a: { kind: probe, dates: 2030-02-02, signals: success }, b: { kind: probe, dates: 2030-01-20 } }",
      plan: "[a, { if: a worked, then: [b] }]",
    },
    paths: ["plan/1/then/0", "plan/0"],
    misses: [
      {
        moves:
          "{ a: { kind: probe, dates: 2030-01-20, signals: success }, b: { kind: probe, dates: 2030-02-02 }, c: { kind: probe, dates: 2030-01-25 } }",
        plan: "[a, { if: a worked, then: [b], else: [c] }]",
      },
    ],
  },
  {
    rule: "C15",
    code: "rung-too-late",
    severity: "contradiction",
    fires: {
      agenda: price(
        `${OPTIONS}, positions: { us: { ideal: high, fallbacks: [{ option: mid, authority: Chief, due: 2030-02-11 }] } }`,
      ),
    },
    paths: ["agenda/price/positions/us/fallbacks/0", "forums/talks"],
    misses: [
      {
        agenda: price(
          `${OPTIONS}, positions: { us: { ideal: high, fallbacks: [{ option: mid, authority: Chief, due: 2030-02-10 }] } }`,
        ),
      },
    ],
  },
  {
    rule: "C15",
    code: "rung-unauthorised",
    severity: "gap",
    fires: {
      agenda: price(
        `${OPTIONS}, positions: { us: { ideal: high, fallbacks: [{ option: mid, authority: Chief, due: 2030-02-10 }, low] } }`,
      ),
    },
    paths: ["agenda/price/positions/us/fallbacks/1"],
    misses: [
      {
        agenda: price(
          `${OPTIONS}, positions: { us: { ideal: high, fallbacks: [{ option: mid, authority: Chief, due: 2030-02-10 }] }, them: { ideal: low, fallbacks: [mid] } }`,
        ),
      },
    ],
  },
  {
    rule: "C16",
    code: "public-and-concealed",
    severity: "contradiction",
    fires: {
      moves:
        "{ hide: { kind: conceal, issue: price, target: them }, shout: { kind: propose, issue: price, public: yes } }",
    },
    paths: ["moves/shout", "moves/hide"],
    misses: [
      {
        moves:
          "{ hide: { kind: conceal, issue: price, target: them }, shout: { kind: propose, issue: date, public: yes }, ask: { kind: propose, issue: price } }",
      },
    ],
  },
  {
    rule: "C16",
    code: "public-and-concealed",
    severity: "contradiction",
    fires: {
      agenda: price(
        `${OPTIONS}, positions: { us: { ideal: high, salience: 90, shown as: { salience: 10, to: them } } }`,
      ),
      moves: "{ probe-them: { kind: probe, target: them, issue: price, reveals: price } }",
    },
    paths: ["moves/probe-them", "agenda/price/positions/us/shown as"],
    misses: [
      {
        agenda: price(
          `${OPTIONS}, positions: { us: { ideal: high, salience: 90, shown as: { salience: 10, to: them } } }`,
        ),
        moves: "{ probe-third: { kind: probe, target: third, issue: price, reveals: price } }",
      },
      {
        agenda: price(
          `${OPTIONS}, positions: { us: { ideal: high, salience: 90, shown as: { salience: 10, to: them } } }`,
        ),
        moves: "{ probe-them: { kind: probe, target: them, issue: price, reveals: { issue: price, what: ideal } } }",
      },
    ],
  },
  {
    rule: "C17",
    code: "concealed-from-knower",
    severity: "contradiction",
    fires: {
      agenda: price(`${OPTIONS}, positions: { us: { ideal: high, shown as: { ideal: low } } }`),
      beliefs: "{ guess: { by: them, about: us, issue: price, ideal: mid..high } }",
    },
    paths: ["agenda/price/positions/us/shown as", "beliefs/guess"],
    misses: [
      {
        agenda: price(`${OPTIONS}, positions: { us: { ideal: high, shown as: { ideal: low } } }`),
        beliefs: "{ guess: { by: them, about: us, issue: price, ideal: low..mid } }",
      },
      {
        agenda: price(`${OPTIONS}, positions: { us: { ideal: high, shown as: { ideal: low, to: third } } }`),
        beliefs: "{ guess: { by: them, about: us, issue: price, ideal: high } }",
      },
    ],
  },
  {
    rule: "C18",
    code: "unanswered-item",
    severity: "gap",
    fires: { "others will table": "[{ issue: herring, by: them, answer: unknown }]" },
    paths: ["others will table/herring"],
    misses: [{ "others will table": "[{ issue: herring, by: them, answer: put off }]" }],
  },
  {
    rule: "C19",
    code: "forum-ends-before-due",
    severity: "tension",
    fires: { agenda: price(`${OPTIONS}, due: 2030-02-11, positions: { us: high }`) },
    paths: ["agenda/price/due", "forums/talks"],
    misses: [{ agenda: price(`${OPTIONS}, due: 2030-02-10, positions: { us: high }`) }],
  },
  {
    rule: "C19",
    code: "confirmed-too-soon",
    severity: "contradiction",
    fires: { agenda: price(`${OPTIONS}, forum: congress, confirmed in: talks, positions: { us: high }`) },
    paths: ["agenda/price", "forums/talks"],
    misses: [{ agenda: price(`${OPTIONS}, forum: talks, confirmed in: congress, positions: { us: high }`) }],
  },
  {
    rule: "C20",
    code: "consent-unsought",
    severity: "gap",
    fires: {
      forums: "{ talks: { members: [us, them], competence: { price: { needs: third }, date: 100% } } }",
      moves: "{ ask: { kind: probe, target: third, issue: date } }",
    },
    paths: ["agenda/price", "forums/talks/competence/price"],
    misses: [
      {
        forums: "{ talks: { members: [us, them], competence: { price: { needs: third }, date: 100% } } }",
        moves: "{ ask: { kind: probe, target: third, issue: price } }",
      },
    ],
  },
  {
    rule: "C21",
    code: "offer-below-bottom-line",
    severity: "contradiction",
    fires: {
      agenda: price(`${OPTIONS}, positions: { us: { ideal: high, bottom line: mid } }`),
      links: "{ swap: { offer: { price: low }, if: date is late } }",
    },
    paths: ["links/swap/offer", "agenda/price/positions/us/bottom line"],
    misses: [
      {
        agenda: price(`${OPTIONS}, positions: { us: { ideal: high, bottom line: mid } }`),
        links: "{ swap: { offer: { price: mid }, if: date is late } }",
      },
      {
        agenda: price(`${OPTIONS}, positions: { us: { ideal: high, bottom line: mid } }`),
        links: "{ swap: { by: them, offer: { price: low }, if: date is late } }",
      },
    ],
  },
  {
    rule: "C22",
    code: "goal-without-item",
    severity: "gap",
    fires: { goals: "{ win: { kind: result, statement: Win, target: them } }" },
    paths: ["goals/win"],
    misses: [
      { goals: "{ win: { kind: result, statement: Win, issue: price } }" },
      { goals: "{ friends: { kind: relation, target: them } }", moves: "{ woo: { kind: court, target: them } }" },
    ],
  },
  {
    rule: "C22",
    code: "goal-without-item",
    severity: "gap",
    fires: { goals: "{ friends: { kind: relation, target: them } }" },
    paths: ["goals/friends"],
    misses: [],
  },
];

describe.each(ROWS)("[$rule] $code ($severity)", ({ code, severity, fires, paths, misses }) => {
  test("fires at its places", () => {
    expect(find(fires).filter((each) => each.code === code)).toEqual([
      { code, severity, paths, message: expect.any(String), why: expect.any(String) },
    ]);
  });
  test.each(misses)("does not fire on near-miss %#", (parts) => {
    expect(find(parts).filter((each) => each.code === code && each.severity === severity)).toEqual([]);
  });
});

test("a brief that agrees with itself gives nothing", () => {
  expect(find({})).toEqual([]);
});

test("every check has a row, and every row a check", () => {
  expect([...new Set(ROWS.map(({ rule }) => rule))]).toEqual(CHECKS.map(({ rule }) => rule));
});
