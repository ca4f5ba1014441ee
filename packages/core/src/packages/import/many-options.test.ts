/** Reading takes time that grows with the file: every look-up of a name is by a table. */
import { describe, expect, test } from "vitest";
import { readDomain } from "./read-domain.ts";

const tableOf = (count: number): string => {
  const names = Array.from({ length: count }, (_, k) => `"o${k}"`).join();
  return `{"issues": {"a": [${names}]}, "parties": {"p": {"values": {"a": [${names.replaceAll(/"o\d+"/g, "1")}]}}}}`;
};

describe("one issue of very many options is read in time that grows with it", () => {
  const count = 60_000;
  const names = Array.from({ length: count }, (_, k) => `o${k}`);
  const list = names.map((name) => `"${name}"`).join(",");
  const mapping = names.map((name, k) => `"${name}": ${k % 9}`).join(", ");
  const table = tableOf(200_000);
  const web = `{"LinearAdditiveUtilitySpace": {"name": "one", "domain": {"issuesValues": {"a": {"values": [${list}]}}}, "issueUtilities": {"a": {"discreteutils": {"valueUtilities": {${mapping}}}}}, "issueWeights": {"a": 1}}}`;
  const xml = `<utility_space><objective index="0"><issue index="1" name="a">${names.map((name) => `<item value="${name}" evaluation="1"/>`).join("")}</issue><weight index="1" value="1"/></objective></utility_space>`;
  // Looking through all options at each took more than twice the seconds allowed here.
  test.each([
    ["a utility table", [{ file: "d.json", text: table }]],
    [
      "GeniusWeb",
      [
        { file: "one.json", text: web },
        { file: "two.json", text: web.replace('"one"', '"two"') },
      ],
    ],
    [
      "GENIUS",
      [
        { file: "p.xml", text: xml },
        { file: "q.xml", text: xml },
      ],
    ],
    [
      "NegMAS",
      [
        { file: "d.yml", text: `issues:\n- {name: a, values: [${list}]}\n` },
        { file: "u.yml", text: `type: LinearAdditiveUtilityFunction\nvalues:\n- {mapping: {${mapping}}}\n` },
      ],
    ],
  ])("%s", (_, files) => {
    const start = process.cpuUsage();
    const read = readDomain(files);
    const { user } = process.cpuUsage(start);
    if ("diagnostics" in read) throw new Error(read.diagnostics[0]?.message);
    expect(read.domain.issues[0]?.options.length).toBeGreaterThanOrEqual(count);
    expect(user / 1e6).toBeLessThan(4);
  });
});
