/** Concealment, answers, offers and goals (C16 to C18, C21, C22). */
import { OPTIONS, price, type Row } from "./brief-in-parts.test-data.ts";

export const DISCLOSURE_ROWS: readonly Row[] = [
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
    rule: "C17",
    code: "concealed-from-knower",
    severity: "tension",
    fires: {
      agenda: price(
        `${OPTIONS}, positions: { us: { ideal: high, salience: 90, shown as: { salience: 10, to: them } } }`,
      ),
      beliefs: "{ guess: { by: [them, third], about: us, issue: price, ideal: high } }",
    },
    paths: ["agenda/price/positions/us/shown as", "beliefs/guess"],
    misses: [
      {
        agenda: price(
          `${OPTIONS}, positions: { us: { ideal: high, salience: 90, shown as: { salience: 10, to: them } } }`,
        ),
        beliefs: "{ guess: { by: them, about: third, issue: price, ideal: high } }",
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
