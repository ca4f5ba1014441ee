import { expect, test } from "vitest";
import { readBrief } from "../read-brief.ts";

test("a heading with the name of an issue within it is an error, not an endless look-up", () => {
  const text = `demarche: 1
parties: { a: A, b: B }
forums: { f: { competence: x } }
agenda:
  - heading: x
    items: [{ issue: x, options: [p, q], otherwise: p, positions: { a: q, b: p } }]
`;
  const { brief, diagnostics } = readBrief(text, { file: "x.yaml" });
  expect(brief).toBeUndefined();
  expect(diagnostics.map(({ code }) => code)).toContain("duplicate-name");
});
