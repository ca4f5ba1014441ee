/** Ladders, triggers, assumptions and memberships (C8 to C11). */
import { OPTIONS, price, type Row } from "./brief-in-parts.test-data.ts";

export const LADDERS_ROWS: readonly Row[] = [
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
    rule: "C8",
    code: "rung-below-otherwise",
    severity: "contradiction",
    fires: { agenda: price(`${OPTIONS}, otherwise: mid, positions: { us: { ideal: high, fallbacks: low } }`) },
    paths: ["agenda/price/positions/us/fallbacks", "agenda/price/otherwise"],
    misses: [
      { agenda: price(`${OPTIONS}, otherwise: mid, positions: { us: { ideal: high, fallbacks: mid } }`) },
      { agenda: price(`${OPTIONS}, otherwise: low, positions: { us: { ideal: high, fallbacks: low } }`) },
    ],
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
];
