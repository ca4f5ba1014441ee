import { expect, test } from "vitest";
import { readBrief } from "../brief/index.ts";
import { planBrief } from "./plan-brief.ts";

const text = `demarche: 1
us: a
parties: { a: A, b: B }
agenda:
  - issue: line
    options: { left: 0, middle: 50, right: 100 }
    otherwise: left
    positions:
      a: { ideal: right, salience: 50 }
      b: { ideal: left, salience: 50, cost of disagreement: 60 }
`;

test("each heavy item says who would take what rather than nothing; what stands anyway is left out", () => {
  const { brief } = readBrief(text, { file: "x" });
  const [line] = planBrief(brief!, { worlds: 200 }).findings!.stability;
  expect(line?.settlements.map(({ option }) => option)).toEqual(["middle", "right"]);
  // b loses 50 by the middle and 100 by the right; no agreement costs it 60.
  expect(line?.settlements.map(({ willing }) => willing["b"])).toEqual([1, 0]);
  expect(line?.settlements.map(({ enough }) => enough)).toEqual([1, 0]);
  expect(line?.settlements.map(({ refuses }) => refuses)).toEqual([[], ["b"]]);
});
