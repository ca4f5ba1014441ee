/** Admission, competence, deadlines, authority and consent (C12 to C15, C19, C20). */
import { OPTIONS, price, type Row } from "./brief-in-parts.test-data.ts";

export const FORUMS_ROWS: readonly Row[] = [
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
    code: "step-already-past",
    severity: "contradiction",
    fires: {
      moves: "{ push: { kind: propose, issue: price, dates: 2030-01-15 } }",
      observed: "[{ date: 2030-01-20, fact: not price settled }]",
    },
    paths: ["moves/push/dates", "observed/0/date"],
    misses: [
      {
        moves: "{ push: { kind: propose, issue: price, dates: 2030-01-21 } }",
        observed: "[{ date: 2030-01-20, fact: not price settled }]",
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
];
