import { describe, expect, it } from "vitest";
import { tellBallots } from "./ballots-text.ts";
import { tellCompared } from "./compared-text.ts";

const compared = {
  title: "Tariff (we ask: a tenth)",
  table: {
    head: ["Before", "ask", "nothing"],
    rows: [
      ["The council of ministers of the whole alliance", "20 %", "55 %"],
      ["The court", "never", "98–99 %"],
      ["The congress", "5 %", "40 %"],
      ["The commission", "5 %", "40 %"],
    ],
  },
  lines: ["Against the council the congress makes no clear difference to us, and this line is longer than sixty."],
};

describe("things compared", () => {
  it.each([60, 80, 100])("keep to %i columns, each thing with all its measures", (columns) => {
    const lines = tellCompared(compared, { columns, unicode: true });
    for (const line of lines) expect([...line].length).toBeLessThanOrEqual(columns);
    expect(
      lines
        .filter((line) => line.trim().startsWith("ask"))
        .join(" ")
        .match(/20 %|never|5 %/g),
    ).toHaveLength(4);
  });
  it("stand side by side, figures under their names", () => {
    const lines = tellCompared(compared, { columns: 100, unicode: true });
    const at = (text: string) => {
      const line = lines.find((each) => each.includes(text))!;
      return line.indexOf(text) + text.length;
    };
    expect(at("never")).toBe(at("The court"));
  });
});

describe("ballots for a terminal", () => {
  const names = ["Ada", "Bo"];
  const found = {
    names,
    seats: 1,
    struck: { Cy: ["north"] },
    approval: { approvals: { Ada: "2", Bo: "2" }, elected: ["Ada"], tied: true },
    transferable: {
      quota: "2",
      rounds: [{ votes: { Ada: "2", Bo: "1/3" }, exhausted: "2/3", elected: ["Ada"], out: [] }],
      elected: ["Ada"],
      tied: false,
    },
    elimination: { left: [], elected: [], tied: false },
  };
  it("tell rounds, ties and whom a veto has struck", () => {
    const text = tellBallots(found, { columns: 80, unicode: true }).join("\n");
    expect(text).toContain("Struck, because vetoed: Cy (by north).");
    expect(text).toContain("Ada elected. A tie was settled by the order of the names.");
    expect(text).toMatch(/Ada +2 \*/);
    expect(text).toMatch(/exhausted +2\/3/);
    expect(text).toContain("nobody is left; nobody is elected.");
  });
});
