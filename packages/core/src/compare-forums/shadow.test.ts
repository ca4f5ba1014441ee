import { expect, test } from "vitest";
import { readBrief } from "../brief/index.ts";
import { compile } from "../model/compile.ts";
import { runInline } from "../run/engine.ts";
import { createPlacesEngine } from "../run/places-engine.ts";

/** B gives the quota in a thaw; once it has, the tariff follows. The quota is down for the later forum, when the tariff is settled already. */
const text = `
demarche: 1
us: a
parties: { a: A, b: B }
forums:
  early: { members: [a, b], gatekeepers: nobody, breakdown: 0%, dates: 2030-01-10..2030-01-20, competence: [tariff, quota] }
  late: { members: [a, b], gatekeepers: nobody, breakdown: 0%, dates: 2030-02-10..2030-02-20, competence: [quota] }
agenda:
  - { issue: tariff, forum: early, options: { low: 0, high: 100 }, otherwise: low, positions: { a: { ideal: high, salience: 50 }, b: { ideal: 0, salience: 50, cost of disagreement: 0 } } }
  - { issue: quota, forum: late, options: { low: 0, high: 100 }, otherwise: low, positions: { a: { ideal: high, salience: 50 }, b: { ideal: 0, salience: 50, cost of disagreement: 0 } } }
assumptions: { thaw: { chance: 50% } }
rules:
  gives: { if: thaw, then: [{ party: b, issue: quota, ideal: high }] }
  precedent: { if: quota is high, then: [{ party: b, issue: tariff, ideal: high }] }
plan: []
`;

test("taking an issue to an earlier forum casts its shadow on what is settled there after it", () => {
  const { brief } = readBrief(text, { file: "small.yaml" });
  const { model } = compile(brief!);
  const { forums } = runInline(createPlacesEngine(brief!, model!, { seed: 1, worlds: 1000 }));
  const [late, early] = forums.find(({ issue }) => issue === "quota")!.forums;
  expect(late!.comes).toBeUndefined();
  expect(early).toMatchObject({ forum: "early", comes: "earlier" });
  // The tariff is half of our agenda and follows in about half of the worlds; the quota comes out as it would have later.
  expect(early!.shadow!.value).toBeGreaterThan(15);
  expect(early!.over!.value - early!.shadow!.value).toBeCloseTo(0, 0);
});
