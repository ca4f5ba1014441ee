/** For tests: small random briefs in which moves, rules, signals, offers and bundles touch one another in many ways. */
import fc from "fast-check";

const oneOf = <T>(...values: T[]) => fc.constantFrom(...values);
const issues = ["tariff", "quota", "bases"];
const party = oneOf("b", "c");
const issue = oneOf(...issues);
const change = oneOf("-40", "-20", "+20", "+40", "0", "100", "+0..+60");

const effect = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(party, issue, change).map(([p, i, by]) => `{ party: ${p}, issue: ${i}, ideal: ${by} }`),
  },
  fc.tuple(party, issue).map(([p, i]) => `{ party: ${p}, issue: ${i}, cost of disagreement: +30 }`),
  issue.map((i) => `{ issue: ${i}, admission: +30% }`),
  oneOf("early", "late").map((f) => `{ forum: ${f}, breakdown: +20% }`),
  oneOf("-40%", "+40%").map((by) => `{ assumption: thaw, chance: ${by} }`),
  fc.tuple(fc.nat(3), oneOf("-40%", "+30%", "90%")).map(([m, by]) => `{ move: m${m}, chance: ${by} }`),
);

/** A fact about what moves other than `own` and the world have done. */
const fact = (own: number) =>
  fc.oneof(
    fc
      .tuple(fc.nat(3), oneOf("done", "worked", "failed"))
      .filter(([m]) => m !== own)
      .map(([m, state]) => `m${m} ${state}`),
    fc.constant("thaw"),
    fc.constant("not thaw"),
    fc.tuple(party, issue).map(([p, i]) => `${p} accepts high on ${i}`),
  );

const move = (index: number) =>
  fc
    .record({
      kind: oneOf("press", "propose", "court"),
      dates: oneOf("", "", "", "dates: 2030-01-05", "dates: 2030-02-05", "forum: late", "forum: early"),
      chance: oneOf("", "chance: 50%", "chance: 30..80%", "chance: unknown"),
      cost: oneOf("", "cost: 1", "cost: 0..3", "worth: 1"),
      effects: fc.array(effect, { maxLength: 2 }),
      fails: fc.array(effect, { maxLength: 1 }),
      // Only an earlier move is asked of, so that there is no circle.
      needs: fc.option(fact(index), { freq: 3, nil: undefined }),
      signals: fc.oneof(
        fc.constant(""),
        fc.constant("signals: success"),
        fact(index).map((f) => `signals: { warm: { if: ${f}, chance: 80%, else: 20% } }`),
        fc.constant("signals: { warm: 40%, cold: 40% }"),
      ),
      more: oneOf(
        "",
        "",
        "public: yes",
        "issue: tariff, public: yes",
        "reveals: { issue: quota, to: b, what: salience }",
      ),
      offer: fc.boolean(),
    })
    .map((m) => {
      const asksLater =
        m.needs !== undefined && /m(\d)/.exec(m.needs) !== null && Number(/m(\d)/.exec(m.needs)![1]) >= index;
      const parts = [
        index === 1 && m.offer ? "kind: offer, link: swap" : `kind: ${m.kind}`,
        m.dates,
        m.chance,
        m.cost,
        m.effects.length > 0 ? `if it works: [${m.effects.join(", ")}]` : "",
        m.fails.length > 0 ? `if it fails: [${m.fails.join(", ")}]` : "",
        m.needs === undefined || asksLater ? "" : `if: ${m.needs}`,
        m.signals,
        m.more,
      ];
      return `  m${index}: { ${parts.filter((part) => part !== "").join(", ")} }`;
    });

const rule = (index: number) =>
  fc
    .tuple(
      fc.oneof(
        fact(-1),
        fc.tuple(fact(-1), fact(-1)).map(([a, b]) => `${a} and ${b}`),
        fact(-1).map((f) => `not (${f})`),
        fc.constant("quota is high or better"),
      ),
      fc.array(
        effect.filter((e) => !e.includes("move:") && !e.includes("assumption:")),
        { minLength: 1, maxLength: 2 },
      ),
    )
    .map(([when, effects]) => `  r${index}: { if: ${when}, then: [${effects.join(", ")}] }`);

const position = fc
  .record({
    b: oneOf("0", "20", "0..60", "unknown"),
    c: oneOf("10", "50", "unknown"),
    costs: oneOf("0", "30", "unknown"),
  })
  .map(
    ({ b, c, costs }) => `    positions:
      a: { ideal: high, salience: 20..80, shown as: { salience: 10 } }
      b: { ideal: ${b}, salience: 50, cost of disagreement: ${costs} }
      c: { ideal: ${c}, salience: 30, cost of disagreement: ${costs} }`,
  );

/** Text of a brief of four moves by us, three issues before two forums. Not every one reads without error. */
export const moveBrief: fc.Arbitrary<string> = fc
  .record({
    positions: fc.tuple(position, position, position),
    moves: fc.tuple(move(0), move(1), move(2), move(3)),
    rules: fc.tuple(rule(0), rule(1)).chain((rules) => fc.subarray(rules)),
    links: fc.subarray([
      "  both: { bundle: [tariff, bases] }",
      "  depend: { depends: [tariff, quota], table: [{ if: tariff is high and quota is high, worth: { a: 5, b: 2 } }] }",
    ]),
    breakdown: oneOf("0%", "20%"),
  })
  .map(
    ({ positions, moves, rules, links, breakdown }) => `
demarche: 1
us: a
parties: { a: A, b: B, c: C }
forums:
  early: { members: [a, b, c], gatekeepers: nobody, dates: 2030-01-10..2030-01-20, breakdown: ${breakdown} }
  late: { members: [a, b, c], dates: 2030-02-10..2030-02-20, breakdown: ${breakdown} }
forum: late
agenda:
  - issue: quota
    forum: early
    options: { low: 0, middle: 50, high: 100 }
    otherwise: low
${positions[0]}
  - issue: tariff
    options: { low: 0, middle: 40, high: 100 }
    otherwise: low
${positions[1]}
  - issue: bases
    options: { none: 0, some: 60, high: 100 }
    otherwise: none
${positions[2]}
assumptions: { thaw: { chance: 50% } }
links:
  swap: { offer: { quota: middle }, if: tariff is high }
${links.join("\n")}
${rules.length === 0 ? "" : `rules:\n${rules.join("\n")}`}
moves:
${moves.join("\n")}
plan: [m0, m1, { if: m0 worked, then: [m2], else: [m3] }]
`,
  );
