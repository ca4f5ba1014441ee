/** `demarche forum` and `demarche slate` of a brief, as a person or a script meets them. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { demarche, folderWith } from "./cli/demarche.ts";

const brief = `demarche: 1
us: a
parties: { a: Alpha, b: Beta, c: Gamma }
forums:
  council: { members: [a, b], gatekeepers: nobody, dates: 2031-01 }
  congress: { members: [a, b, c], decision rule: majority, gatekeepers: nobody, dates: 2031-02, competence: toll }
  court: { members: [b, c], gatekeepers: nobody, dates: 2031-03 }
forum: council
agenda:
  - issue: toll
    options: { nothing: 0, half: 50, all: 100 }
    otherwise: nothing
    positions: { a: { ideal: all, salience: 50 }, b: { ideal: nothing, salience: 50 }, c: { ideal: half, salience: 50 } }
  - issue: chair
    kind: slate
    options: { ada: Ada, bo: Bo }
    otherwise: unknown
    positions: { a: { values: { ada: 90, bo: 10 }, salience: 50 }, b: { values: { ada: 20, bo: 80 }, salience: 50 } }
`.replaceAll(/(ada|bo): (Ada|Bo)/g, "$1: { name: $2 }");

interface Compared {
  readonly issue: string;
  readonly worlds: number;
  readonly forums: readonly { readonly forum: string }[];
}
const comparisonsIn = (stdout: string) => (JSON.parse(stdout) as { comparisons: readonly Compared[] }).comparisons;

describe("demarche forum on a brief", () => {
  const cwd = folderWith({ "brief.yaml": brief });
  it("compares the forums that could take an issue, and any other that is asked for", () => {
    const plain = demarche(["forum", "brief.yaml", "--json", "--worlds", "100"], { cwd });
    expect([plain.status, plain.stderr]).toEqual([0, ""]);
    expect(comparisonsIn(plain.stdout)).toMatchObject([
      { issue: "toll", worlds: 100, forums: [{ forum: "council" }, { forum: "congress" }] },
    ]);
    const more = demarche(["forum", "brief.yaml", "--json", "--item", "chair", "--with", "court"], { cwd });
    expect(comparisonsIn(more.stdout)).toMatchObject([
      { issue: "chair", worlds: 2000, forums: [{ forum: "council" }, { forum: "court" }] },
    ]);
  });
  it("prints a table and writes a page, the same bytes for the same seed", () => {
    const [one, two] = ["one", "two"].map((out) =>
      demarche(["forum", "brief.yaml", "--out", out, "--seed", "4"], { cwd }),
    );
    expect(one).toMatchObject({ status: 0, stdout: two!.stdout });
    expect(one!.stdout).toContain("Against the Council: Congress is better for us");
    expect(readdirSync(join(cwd, "one")).sort()).toEqual(["forums.html", "forums.json"]);
    for (const name of ["forums.html", "forums.json"])
      expect(readFileSync(join(cwd, "one", name)).equals(readFileSync(join(cwd, "two", name)))).toBe(true);
  });
  it("without anybody to plan for it tells the rules alone", () => {
    const folder = folderWith({ "brief.yaml": brief.replace("us: a\n", "") });
    const { status, stdout } = demarche(["forum", "brief.yaml", "--json"], { cwd: folder });
    expect(status).toBe(0);
    expect(comparisonsIn(stdout)).toEqual([]);
    const asked = demarche(["forum", "brief.yaml", "--item", "toll"], { cwd: folder });
    expect([asked.status, asked.stderr.includes("nobody-to-plan-for")]).toEqual([1, true]);
  });
  it.each([
    [["--item", "tolls"], "tolls"],
    [["--with", "senate"], "senate"],
  ])("refuses %j", (wishes, named) => {
    const { status, stderr } = demarche(["forum", "brief.yaml", ...wishes], { cwd });
    expect(status).toBe(2);
    expect(stderr).toContain(named);
    expect(existsSync(join(cwd, "out"))).toBe(false);
  });
});

describe("demarche slate", () => {
  const cwd = folderWith({ "brief.yaml": brief });
  it("of a brief: who is acceptable, and because of whom not", () => {
    const { status, stdout } = demarche(["slate", "brief.yaml"], { cwd });
    expect(status).toBe(0);
    expect(stdout).toContain("Chair (one seat; 2000 worlds)");
    expect(stdout).toMatch(/Beta refuses in \d+\s%/u);
    const asJson = demarche(["slate", "brief.yaml", "--json", "--item", "chair", "--worlds", "50"], { cwd });
    expect(JSON.parse(asJson.stdout)).toMatchObject({
      slates: [{ issue: "chair", worlds: 50, elections: { worlds: 50 }, concerned: ["a", "b"] }],
    });
  });
  it("of ballots: counted exactly; options for briefs are refused", () => {
    const { status, stdout } = demarche(["slate", "examples/slates/food.json", "--json"]);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      transferable: { quota: "6", elected: ["Chocolate", "Oranges", "Strawberries"], tied: false },
    });
    expect(demarche(["slate", "examples/slates/food.json", "--item", "x"]).status).toBe(2);
  });
  it("an issue that is no slate is refused by name", () => {
    expect(demarche(["slate", "brief.yaml", "--item", "tol"], { cwd }).status).toBe(2);
  });
});
