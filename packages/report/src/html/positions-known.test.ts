import { readBrief } from "@demarche/core/brief";
import { planBrief } from "@demarche/core/run";
import { expect, it } from "vitest";
import { readMarkup } from "./read-markup.test-data.ts";
import { writeReport } from "./write-report.ts";

const brief = `demarche: 1
us: a
parties: { a: A, b: Belmar, c: Corvia, d: Dunmark, e: Estora }
others will table: []
forums: { talks: { members: [a, b, c, d, e] } }
agenda:
  - issue: seat
    kind: choice
    options: { port: { name: The port }, capital: {}, inland: {} }
    positions:
      a: { ranks: [capital, port, inland], salience: 20 }
      b: { ideal: port, salience: 30 }
      c: { values: { port: 10, capital: 20, inland: 90 }, salience: 30 }
      d: { salience: 30 }
      e: { ideal: unknown, salience: 30 }
`;

it("on a choice an ideal is what the party favours; only what is not given is not known", () => {
  const read = readBrief(brief, { file: "seat.yaml" });
  expect(read.brief).toBeDefined();
  const { findings } = planBrief(read.brief!, { worlds: 200, quick: true });
  const report = writeReport({ brief: read.brief!, findings: findings! });
  const table = /<table[^>]*>(?:(?!<\/table>).)*Favours.*?<\/table>/su.exec(report)![0];
  const text = readMarkup(table).text.replace(/\s+/gu, " ");
  const of = (name: string) => new RegExp(`${name} (position not known|The port|Capital|Inland)`, "u").exec(text)?.[1];
  expect(["Belmar", "Corvia", "Dunmark", "Estora"].map(of), text).toEqual([
    "The port",
    "Inland",
    "position not known",
    "position not known",
  ]);
});
