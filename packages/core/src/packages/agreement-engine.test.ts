import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readBrief } from "../brief/index.ts";
import { compile } from "../model/index.ts";
import { runInline } from "../run/engine.ts";
import { createAgreementEngine } from "./agreement-engine.ts";

const modelOf = (text: string) => {
  const { brief } = readBrief(text, { file: "brief.yaml" });
  return compile(brief!).model!;
};
const example = (name: string) =>
  modelOf(readFileSync(new URL(`../../../../examples/${name}/brief.yaml`, import.meta.url), "utf8"));

describe("the agreement space in a plan", () => {
  test("the whole brief first, then each bundle over its own items; the same again", () => {
    const model = example("harbour-wages");
    const found = runInline(createAgreementEngine(model, 1));
    expect(found.map(({ bundle }) => bundle)).toEqual([undefined, model.bundles[0]!.id]);
    expect(found[1]!.findings.issues).toEqual(model.bundles[0]!.items.map((item) => model.items[item]!.id));
    expect(runInline(createAgreementEngine(model, 1))).toEqual(found);
  });
  test("at most sixty vectors are listed, and only trades that help", () => {
    const [{ findings }] = runInline(createAgreementEngine(example("moscow-1945"), 1)) as [
      ReturnType<ReturnType<typeof createAgreementEngine>["merge"]>[number],
    ];
    expect(findings.frontier).toMatchObject({ exact: true, listed: 60 });
    expect(findings.frontier.points).toHaveLength(60);
    expect(findings.trades!.length).toBeGreaterThan(0);
    expect(findings.trades!.every(({ least }) => least > 0)).toBe(true);
  });
  test("where the frontier is too large for the plan, fair packages are certified all the same", () => {
    const [whole] = runInline(createAgreementEngine(example("paris-2015"), 1));
    const { frontier, nash, kalaiSmorodinsky, egalitarian } = whole!.findings;
    expect(frontier.exact).toBe(false);
    expect([nash, kalaiSmorodinsky, egalitarian].map((solution) => solution?.certified)).toEqual([true, true, true]);
  });
  test("nothing where no member has a known position", () => {
    const model = modelOf(
      "demarche: 1\nus: a\nparties: { a: A, b: B }\nagenda:\n  - issue: x\n    options: [one, two]\n    otherwise: one\n",
    );
    expect(runInline(createAgreementEngine(model, 1))).toEqual([]);
  });
});
