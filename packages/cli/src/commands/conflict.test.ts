import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { describe, expect, it, vi } from "vitest";
import { Stop } from "../stop.ts";
import type { Terminal } from "../terminal.ts";
import { addConflict } from "./conflict.ts";

const examples = fileURLToPath(new URL("../../../../examples/", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "demarche-conflict-"));
const fileOf = (text: string): string => {
  const file = join(folder, "conflict.json");
  writeFileSync(file, text);
  return file;
};

/** Six who must settle by four, us among them, on one of five options. */
const sixParties = join(folder, "six.yaml");
writeFileSync(
  sixParties,
  `demarche: 1
title: Six
date: 2032-01-10
us: ava
unsourced: judgement
parties: { ava: Ava, bel: Bel, cor: Cor, dun: Dun, est: Est, fel: Fel }
agenda:
  - issue: flights
    scale: 0..80
    options: { none: 0, a-few: 20, some: 40, many: 60, all: 80 }
    otherwise: none
    positions: { ava: all, bel: 10..30, cor: 20..45, dun: 20..60, est: 10..70, fel: many }
forums:
  hall: { members: [ava, bel, cor, dun, est, fel], decision rule: { at least: 4, veto: bel } }
others will table: []
`,
);

function run(...wishes: string[]): Promise<{ readonly out: string; readonly stop?: Stop }> {
  return runOn({}, ...wishes);
}
async function runOn(
  watched: Pick<Terminal, "redraw">,
  ...wishes: string[]
): Promise<{ readonly out: string; readonly stop?: Stop }> {
  let out = "";
  const terminal: Terminal = {
    data: (text) => {
      out += text;
    },
    print: (line) => {
      out += `${line}\n`;
    },
    tell: () => undefined,
    columns: 80,
    rows: 24,
    unicode: true,
    ...watched,
  };
  const program = new Command("demarche").exitOverride();
  addConflict(program, terminal);
  try {
    await program.parseAsync(["conflict", ...wishes], { from: "user" });
    return { out };
  } catch (error) {
    if (error instanceof Stop) return { out, stop: error };
    throw error;
  }
}

describe("demarche conflict", () => {
  it("gives equilibria and what is stable for whom as JSON", async () => {
    const { out } = await run(join(examples, "conflicts/korea-2017.json"), "--json");
    const found = JSON.parse(out);
    expect(found.equilibria.seq).toEqual([0, 5, 10]);
    expect(found.stable.NK.nash).toEqual([0, 5, 6]);
  });
  it("prints the table, the ways and what it would take, in eighty columns", async () => {
    const { out } = await run(join(examples, "conflicts/elmira.json"), "--target", "1", "--coalitions", "2");
    expect(out).toContain("> 1 Uniroyal delays                                     NGMSQ NGMSQ .GM.. .GM..");
    expect(out).toContain("  8: 1 -L-> 5 ~M~> 6 -U-> 8 (1 not paying)");
    expect(out).toContain("  1 -{M, L}-> 5 (GMR SMR); answers keep them: GMR SMR");
    expect(out).toContain("  NASH: 1 change of mind. L: 5 <= 1");
    expect(out).toContain("  5 -{M, U}-> 8 (NASH GMR SMR SEQ SSEQ); no answer keeps them");
    expect(out.split("\n").every((line) => line.length <= 100)).toBe(true);
  });
  it("reads an issue of a brief, and prints the conflict behind it to be edited", async () => {
    const brief = join(examples, "moscow-1945/brief.yaml");
    const { out } = await run(brief, "--issue", "ruhr", "--target", "outside-agencies");
    expect(out).toMatch(/outside-agencies \(93\): ussr \d+ %\*, usa \d+ %, uk \d+ %; enough of them \d+ %/);
    expect(out).toContain("first of all: usa, uk would have to prefer it to no agreement");
    const model = await run(brief, "--issue", "ruhr", "--model");
    const again = await run(fileOf(model.out), "--json");
    expect(JSON.parse(again.out).stateCount).toBe(125);
  });
  it("cuts no name and no figure, whatever the width", async () => {
    const { out } = await run(join(examples, "moscow-1945/brief.yaml"), "--issue", "ruhr");
    expect(out).not.toContain("\u2026");
    expect(out).toMatch(/> {2}34 no agreement: ussr four-powers, usa french-plan, +NGMSQ.*\n {6}uk french-plan\n/);
    expect(out.split("\n").every((line) => line.length <= 80 && !line.startsWith(" %"))).toBe(true);
  });
  it("says what states mean where there are too many to be listed, and who is who in full", async () => {
    const { out } = await run(sixParties);
    expect(out).toContain("15,625 states");
    expect(out).toMatch(/\n +0 settled: none +NGMSQ/);
    expect(out).toMatch(/NASH equilibria: .*settled: none \(\d+ states\)/);
    expect(out.match(/enough of\s+them\s+\d+ %/g)).toHaveLength(5);
    expect(out).not.toContain("0 1 2 3");
    const bare = fileOf(
      JSON.stringify({
        form: "option",
        options: Array.from({ length: 13 }, (_, o) => ({ name: `o${o}`, owner: o < 7 ? "alpha" : "bravo" })),
        preferences: { alpha: { weights: {} }, bravo: { weights: {} } },
      }),
    );
    const unnamed = (await run(bare)).out;
    expect(unnamed).toContain("alpha bravo all");
    expect(unnamed).toContain("8,184 further states are not shown.");
  }, 60_000);
  it("a target that is none, and what would be too much, are told before any of the work", async () => {
    const spent = process.cpuUsage();
    const target = await run(sixParties, "--target", "halved");
    expect(target.stop!.message).toContain(
      "Settlements are none, a-few, some, many, all; states have numbers below 15625.",
    );
    const large = await run(sixParties, "--memory", "15");
    expect(large.stop!.message).toMatch(
      /margins of 15,625 states in 20 worlds would take about (\d+) MB[\s\S]*--memory \1,/,
    );
    const { user } = process.cpuUsage(spent);
    // Building it alone takes longer.
    expect(user / 1e6).toBeLessThan(3);
  });
  it("errors of the input exit 1 with file, line and column; wrong usage exits 2", async () => {
    const bad = await run(
      fileOf('{"form": "option",\n "options": [{"name": "x", "owner": "Z"}],\n "ranking": {"A": [[0], [1]]}}'),
    );
    expect(bad.stop!.exitCode).toBe(1);
    expect(bad.stop!.message).toContain("conflict.json:2:37 conflict-unknown-owner");
    expect(bad.stop!.errors[0]).toMatchObject({ code: "conflict-unknown-owner", line: 2, column: 37 });
    const elmira = join(examples, "conflicts/elmira.json");
    expect((await run(elmira, "--target", "99")).stop!.exitCode).toBe(2);
    expect((await run(elmira, "--issue", "ruhr")).stop!.exitCode).toBe(2);
    expect((await run(join(examples, "moscow-1945/brief.yaml"), "--issue", "nowhere")).stop!.exitCode).toBe(2);
    expect((await run(join(folder, "none.json"))).stop!.exitCode).toBe(1);
  });
  it("shows how far it is, from the reading to the coalitions", async () => {
    let time = 0;
    const clock = vi.spyOn(Date, "now").mockImplementation(() => {
      time += 2000;
      return time;
    });
    const drawn: string[] = [];
    const redraw = (line: string) => {
      drawn.push(line);
    };
    await runOn({ redraw }, join(examples, "conflicts/elmira.json"), "--coalitions", "3").finally(() =>
      clock.mockRestore(),
    );
    const shares = drawn.filter((line) => line !== "").map((line) => Number(/ (\d+) %$/.exec(line)?.[1]));
    expect(shares.length).toBeGreaterThan(10);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect([drawn[0], drawn.at(-1)]).toEqual([expect.stringMatching(/^Analysing .* 15 %$/), ""]);
  });
  it("prints nothing where its papers cannot be written, and refuses --out with --model", async () => {
    const elmira = join(examples, "conflicts/elmira.json");
    const { out, stop } = await run(elmira, "--json", "--out", join(elmira, "below"));
    expect([out, stop?.exitCode, stop?.errors[0]?.code]).toEqual(["", 2, "output-not-a-folder"]);
    const model = await run(join(examples, "moscow-1945/brief.yaml"), "--model", "--out", join(folder, "papers"));
    expect([model.out, model.stop?.errors[0]?.code]).toEqual(["", "two-forms"]);
  });
  it("stops at the memory it was given", async () => {
    const options = Array.from({ length: 24 }, (_, o) => ({ name: `o${o}`, owner: o < 12 ? "a" : "b" }));
    const { stop } = await run(
      fileOf(JSON.stringify({ form: "option", options, preferences: { a: { weights: {} }, b: { weights: {} } } })),
      "--memory",
      "64",
    );
    expect(stop!.exitCode).toBe(1);
    expect(stop!.message).toContain("conflict-too-large");
    expect(stop!.message).toContain("the limit is 64 MB");
  });
});
