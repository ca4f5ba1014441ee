/** Scopes, red lines and relations (C1 to C7). */
import { OPTIONS, price, type Row } from "./brief-in-parts.test-data.ts";

export const GOALS_ROWS: readonly Row[] = [
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
    rule: "C6",
    code: "use-against-friends",
    severity: "contradiction",
    fires: {
      goals:
        "{ wedge: { kind: relation, target: third, against: them, issue: price }, calm: { kind: avoid, target: them, issue: price } }",
    },
    paths: ["goals/wedge", "goals/calm"],
    misses: [
      {
        goals:
          "{ wedge: { kind: relation, target: third, against: them, issue: price, dates: 2030-02 }, calm: { kind: avoid, target: them, issue: price, dates: 2030-03 } }",
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
];
