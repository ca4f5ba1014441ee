/** For tests: decision problems of textbooks as briefs, and their values worked out. */
import { readBrief } from "../brief/index.ts";
import { runInline } from "../run/engine.ts";
import { planBrief } from "../run/plan-brief.ts";
import type { ValuesFinding } from "./findings.ts";
import { prepareValues, type ValuesOptions } from "./prepare.ts";

const frame = (more: string) => `
demarche: 1
us: a
parties: { a: A, b: B }
forums: { table: { members: [a, b], gatekeepers: nobody, dates: 2030-06-01..2030-06-02 } }
forum: table
agenda:
  - { issue: land, options: { none: 0, all: 100 }, otherwise: none, positions: { a: { ideal: all, salience: 50 }, b: { ideal: none, salience: 50, cost of disagreement: 0 } } }
${more}`;

/** The oil wildcatter (Raiffa 1968, chapter 2): dry, wet or soaking; drilling costs 70, brings 120 or 270; soundings cost 10. */
export const wildcatter = frame(`
assumptions: { soaking: { chance: 20% }, wet: { chance: 37.5% } }
links:
  oil:
    depends: [land]
    table:
      - { if: drill done and soaking, worth: { a: 270 } }
      - { if: drill done and not soaking and wet, worth: { a: 120 } }
moves:
  sound:
    kind: probe
    cost: 10
    dates: 2030-01-01
    signals:
      none-seen: [{ if: soaking, chance: 10% }, { if: wet, chance: 30% }, { chance: 60% }]
      open: [{ if: soaking, chance: 40% }, { if: wet, chance: 40% }, { chance: 30% }]
      closed: [{ if: soaking, chance: 50% }, { if: wet, chance: 30% }, { chance: 10% }]
  drill: { kind: press, cost: 70, dates: 2030-02-01 }
plan: [drill]
`);

/** A stake of 60 brings 100 if the market is open. A free test tells nothing of it. */
export const uselessTest = frame(`
assumptions: { market: { chance: 90% } }
links: { sale: { depends: [land], table: [{ if: stake done and market, worth: { a: 100 } }] } }
moves:
  test: { kind: probe, dates: 2030-01-01, signals: { red: 50%, blue: 50% } }
  stake: { kind: press, cost: 60, dates: 2030-02-01 }
plan: [stake]
`);

/** Invest 70 now, or after we have seen for nothing whether the market opens, at 80: it brings 100 if so (Dixit & Pindyck 1994, chapter 2, in small). */
export const waiting = frame(`
assumptions: { market: { chance: 50% } }
links: { sale: { depends: [land], table: [{ if: (early done or late done) and market, worth: { a: 100 } }] } }
moves:
  early: { kind: press, cost: 70, dates: 2030-01-01 }
  look: { kind: probe, dates: 2030-02-01, signals: { up: { if: market, chance: 100%, else: 0% }, down: { if: market, chance: 0%, else: 100% } } }
  late: { kind: press, cost: 80, dates: 2030-03-01 }
plan: [early]
`);

export function valuesIn(text: string, options: ValuesOptions = {}): ValuesFinding {
  const { brief, diagnostics } = readBrief(text, { file: "small.yaml" });
  if (brief === undefined) throw new Error(JSON.stringify(diagnostics));
  const { findings, problems } = planBrief(brief, options);
  if (findings === undefined) throw new Error(JSON.stringify(problems));
  return runInline(prepareValues(brief, findings, options).engine);
}

/**
 * Two issues that are traded: the offer gains b 20 points and us 80. Where b sees how much we care (90, on average 50), it asks
 * 60 % of 40 h more, h even over 0..1: it declines where h > 5/6. Hiding it is worth 80 / 6 points, telling it costs as much.
 */
export const hidden = `
demarche: 1
us: a
parties: { a: A, b: B }
forums: { table: { members: [a, b], gatekeepers: nobody } }
forum: table
agenda:
  - issue: want
    options: { low: 0, high: 100 }
    otherwise: low
    positions: { a: { ideal: high, salience: 90, shown as: { salience: 10 } }, b: { ideal: low, salience: 40, cost of disagreement: 0 } }
  - issue: give
    options: { low: 0, high: 100 }
    otherwise: low
    positions: { a: { ideal: low, salience: 10, bottom line: low }, b: { ideal: high, salience: 60, cost of disagreement: 0 } }
links:
  swap: { offer: { give: high }, if: want is high }
moves:
  swap-them: { kind: offer, link: swap }
plan: [swap-them]
`;
