/** What may stand under `observed`, and what it makes known. (That each fault has its own message: `faults.test.ts`.) */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { asOf } from "../as-of.ts";
import { readBrief } from "../index.ts";

const SMALL = readFileSync(new URL("../fixtures/small.brief.yaml", import.meta.url), "utf8");
const PLAN = "plan:\n  - probe-them\n";

function codes(observed: string, change: (text: string) => string = (text) => text): readonly string[] {
  return readBrief(`${change(SMALL)}observed:\n${observed}`, { file: "b" }).diagnostics.map(({ code }) => code);
}
/** A move that may fail. */
const risky = (text: string) => text.replace("press-on: {", "press-on: { chance: 50%,");
const both = (first: string, second: string): readonly string[] =>
  codes(`  - { fact: ${first} }\n  - { fact: ${second} }\n`, risky);

describe("two facts", () => {
  test.each([
    ["dry-winter", "not dry-winter"],
    ["press-on worked", "press-on failed"],
    ["press-on worked", "not press-on done"],
    ["probe-them is warm", "not probe-them done"],
    ["probe-them is warm", "probe-them is none"],
    ["probe-them is warm", "probe-them is not warm"],
    ["release is half-flow", "release is free-flow"],
    ["release is half-flow", "release is not half-flow"],
    ["release settled", "release refused"],
    ["release refused", "not release admitted"],
    ["release is half-flow", "not release admitted"],
    ["release settled", "not release admitted"],
    ["release is half-flow", "release refused"],
    ["release is half-flow", "not release settled"],
    ["release settled", "release is no-flow"],
    ["dams/north is many", "not dams/north admitted"],
    ["conference broke down", "not conference broke down"],
    // Upland's own ideal is `no-flow`, and `by-use`.
    ["release is half-flow or better", "release is free-flow"],
    ["release is not half-flow or better", "release is half-flow"],
    ["release is not half-flow or better", "release is no-flow"],
    ["release is half-flow", "not release is free-flow or better"],
    ["release is half-flow or better", "not release is free-flow or better"],
    ["release is half-flow or better and release settled", "release is not half-flow"],
    ["release is free-flow or better and release is not no-flow", "not release admitted"],
    ["money is by-use or better", "money is shared"],
    ["money is by-use or better", "not money admitted"],
    ["money is by-use or better", "money refused"],
    ["not release is not half-flow", "release is free-flow"],
    ["dry-winter or press-on worked", "not dry-winter and press-on failed"],
    ["not (dry-winter and press-on worked)", "dry-winter and press-on worked"],
    ["release is half-flow or release is free-flow", "not release admitted"],
  ])("%s and %s exclude each other, whichever comes first", (a, b) => {
    expect(both(a, b)).toEqual(["observed-contradiction"]);
    expect(both(b, a)).toEqual(["observed-contradiction"]);
    const [one, other] = [a, b].map((part) => (part.includes(" or ") ? `(${part})` : part));
    expect(codes(`  - { fact: ${one} and ${other} }\n`, risky)).toEqual(["observed-contradiction"]);
  });
  test.each([
    ["press-on worked", "press-on done"],
    ["probe-them is not warm", "probe-them is none"],
    ["release is half-flow", "release settled"],
    ["release is half-flow", "release is half-flow or better"],
    ["release is half-flow", "release is not free-flow"],
    ["release is half-flow", "money is shared"],
    ["release is no-flow", "not release admitted"],
    ["release is no-flow", "release refused"],
    ["release is no-flow", "not release settled"],
    ["release is not half-flow", "not release admitted"],
    ["release is half-flow or better", "not release admitted"],
    ["dams/north is many", "not dams/south admitted"],
    ["release admitted", "not release settled"],
    ["conference broke down", "not panel broke down"],
    ["dry-winter or not dry-winter", "dry-winter"],
    ["conference broke down", "release is half-flow"],
    ["release is half-flow or better", "release is no-flow"],
    ["release is half-flow or better", "release is free-flow or better"],
    ["not release is half-flow or better", "not release settled"],
    ["not release is half-flow", "not release is not half-flow"],
    ["dry-winter or press-on worked", "not dry-winter"],
  ])("%s and %s do not", (a, b) => {
    expect(both(a, b)).toEqual([]);
    expect(both(b, a)).toEqual([]);
  });
});

describe("several", () => {
  const told = (observed: readonly string[], change: (text: string) => string = risky) =>
    readBrief(`${change(SMALL)}observed:\n${observed.map((fact) => `  - { fact: ${fact} }\n`).join("")}`, {
      file: "b",
    }).diagnostics.map(({ code, message }) => `${code}: ${message}`);
  const clash = "observed-contradiction: ";

  test("those are named that cannot all be so, and no others", () => {
    expect(told(["dry-winter or press-on worked", "probe-them done", "not dry-winter", "not press-on worked"])).toEqual(
      [
        `${clash}\`not press-on worked\` cannot have been observed beside \`dry-winter or press-on worked\` and \`not dry-winter\`. Not all of them can be so.`,
      ],
    );
    expect(told(["release is not no-flow", "release is not half-flow", "release is not free-flow"])).toEqual([
      `${clash}\`release is not free-flow\` cannot have been observed beside \`release is not no-flow\` and \`release is not half-flow\`. Not all of them can be so.`,
    ]);
    expect(told(["not release is no-flow", "not release is half-flow", "not release is free-flow"])).toEqual([]);
  });
  test("why, where it is about what is better", () => {
    expect(told(["release is half-flow or better", "release is free-flow"])).toEqual([
      `${clash}\`release is free-flow\` cannot have been observed beside \`release is half-flow or better\`. \`free-flow\` is worth less to us than \`half-flow\`.`,
    ]);
    expect(told(["money is by-use or better", "not money settled"])).toEqual([
      `${clash}\`not money settled\` cannot have been observed beside \`money is by-use or better\`. \`by-use or better\` takes an agreement: it stays at \`shared\`.`,
    ]);
  });
  test("what is better is not told where our ideal is not known to the point", () => {
    for (const ideal of ["unknown", "no-flow..free-flow", "no-flow 60%, free-flow 40%"])
      expect(
        told(["release is half-flow or better", "release is free-flow"], (text) =>
          text.replace("ideal: no-flow,", `ideal: ${ideal.includes("%") ? `"${ideal}"` : ideal},`),
        ).filter((text) => text.startsWith(clash)),
      ).toEqual([]);
  });
  test("one that says a thing and its contrary in other words", () => {
    expect(told(["(dry-winter or press-on worked) and not dry-winter and press-on failed"])).toEqual([
      `${clash}\`(dry-winter or press-on worked) and not dry-winter and press-on failed\` cannot be observed: it contradicts itself.`,
    ]);
  });
});

test("nothing stands against the agenda that a forum has adopted", () => {
  const adopted = (text: string) =>
    text.replace(
      "conference: { members: [upland, downstream],",
      "conference: { members: [upland, downstream], adopted: [release],",
    );
  expect(codes("  - { fact: release admitted }\n", adopted)).toEqual([]);
  expect(codes("  - { fact: not release admitted }\n", adopted)).toEqual(["observed-contradiction"]);
  expect(codes("  - { fact: money admitted }\n", adopted)).toEqual(["observed-contradiction"]);
});

test("a brief is as of the last day observed, and what was written by then may be cited", () => {
  const cite = (text: string) => text.replace("weir: The weir", "weir: { source: gauge#b }");
  expect(codes("  - { date: 2031-12, fact: dry-winter }\n", cite)).toEqual(["cited-after-date"]);
  expect(codes("  - { date: 2032-12-31, fact: dry-winter }\n", cite)).toEqual(["observed-at-odd-time"]);
  const day = (observed: string) => asOf(readBrief(`${SMALL}observed:\n${observed}`, { file: "b" }).brief!)?.text;
  expect(day("  - { fact: dry-winter }\n")).toBe("2031-09-30");
  expect(day("  - { date: 2031-10, fact: dry-winter }\n  - { date: 2031-10-05, fact: press-on done }\n")).toBe(
    "2031-10",
  );
  expect(day("  - { date: 2031-09-01, fact: dry-winter }\n")).toBe("2031-09-30");
});

describe("the day", () => {
  const seen = (date: string, fact = "dry-winter", change?: (text: string) => string) =>
    codes(`  - { date: ${date}, fact: ${fact} }\n`, change);
  const allDated = (text: string) =>
    text.replace("panel: { members: [upland, midland] }", "panel: { members: [upland, midland], dates: 2031-11-03 }");
  const dated = (text: string) => text.replace("signals: { warm: 30% }", "dates: 2031-10-05, signals: { warm: 30% }");

  test("that of the brief, of a forum or between them is taken as it is", () => {
    for (const day of ["2031-09-30", "2031-09", "2031", "2031-10-15", "2031-11-03"])
      expect(seen(day, "dry-winter", allDated)).toEqual([]);
  });
  test("before anything is odd; by more than a year, it is a slip", () => {
    expect(seen("2031-09-29")).toEqual(["observed-at-odd-time"]);
    expect(seen("2030-09-30")).toEqual(["observed-at-odd-time"]);
    expect(seen("2030-09-28")).toEqual(["observed-out-of-time"]);
    expect(seen("2031-09-29", "dry-winter", (text) => text.replace("date: 2031-09-30\n", ""))).toContain(
      "observed-at-odd-time",
    );
  });
  test("after everything too, once every forum has its last day", () => {
    expect(seen("2031-11-04", "dry-winter", allDated)).toEqual(["observed-at-odd-time"]);
    expect(seen("2032-11-05", "dry-winter", allDated)).toEqual(["observed-out-of-time"]);
    expect(seen("2031-11-04")).toEqual([]);
    expect(seen("2032-11-05")).toEqual(["observed-at-odd-time"]);
    expect(seen("2040", "dry-winter", (text) => text.replace("panel: {", "panel: { dates: 2031-11..,"))).toEqual([
      "observed-at-odd-time",
    ]);
  });
  test("what comes of a forum or a move is known after it began, that nothing came of it at any time", () => {
    for (const fact of ["release settled", "release is half-flow", "conference broke down"])
      expect(seen("2031-10-09", fact)).toEqual(["observed-at-odd-time"]);
    for (const fact of ["release settled", "release is half-flow", "conference broke down"])
      expect(seen("2031-10-10", fact)).toEqual([]);
    for (const fact of ["not release admitted", "release admitted", "release is not half-flow", "not release settled"])
      expect(seen("2031-10-01", fact)).toEqual([]);
    expect(seen("2031-10-04", "probe-them is warm", dated)).toEqual(["observed-at-odd-time"]);
    expect(seen("2031-10-04", "probe-them done and dry-winter", dated)).toEqual(["observed-at-odd-time"]);
    expect(seen("2031-10-05", "probe-them is warm", dated)).toEqual([]);
    expect(seen("2031-10-04", "not probe-them done", dated)).toEqual([]);
  });
});

describe("what is odd", () => {
  const after = (fact: string, date: string) =>
    codes(`  - { date: 2031-10-12, fact: conference broke down }\n  - { date: ${date}, fact: ${fact} }\n`);
  test("an agreement after the breakdown of its forum", () => {
    for (const fact of ["release settled", "release is half-flow", "dry-winter and release is half-flow"])
      expect(after(fact, "2031-10-13")).toEqual(["observed-at-odd-time"]);
    for (const fact of ["release is no-flow", "release refused", "release is not half-flow", "not release settled"])
      expect(after(fact, "2031-10-13")).toEqual([]);
    expect(after("release settled", "2031-10-12")).toEqual([]);
    expect(after("release settled", "2031-10-11")).toEqual([]);
    expect(after("money settled", "2031-10-13")).toEqual(["observed-at-odd-time"]);
  });

  test("the same twice, whatever stands beside it", () => {
    expect(both("dry-winter", "dry-winter")).toEqual(["observed-twice"]);
    expect(both("dry-winter", "press-on done and dry-winter")).toEqual(["observed-twice"]);
    expect(both("press-on worked", "press-on done")).toEqual([]);
  });

  test("what the brief takes for impossible, where nothing acts on its chance", () => {
    const seen = (fact: string, change: (text: string) => string = (text) => text) =>
      codes(`  - { date: 2031-10-01, fact: ${fact} }\n`, change);
    const winter = (chance: string) => (text: string) => text.replace("dry-winter: likely", `dry-winter: ${chance}`);
    const press = (words: string) => (text: string) => text.replace("press-on: {", `press-on: { ${words},`);
    const admission = (chance: string) => (text: string) =>
      text.replace("    options: [shared", `    admission: ${chance}\n    options: [shared`);
    const odd = ["observed-ruled-out"];
    expect(seen("dry-winter", winter("0%"))).toEqual(odd);
    expect(seen("not dry-winter", winter("100%"))).toEqual(odd);
    expect(seen("dry-winter", winter("0..10%"))).toEqual([]);
    expect(seen("not dry-winter", winter("0%"))).toEqual([]);
    expect(seen("press-on failed")).toEqual(odd);
    expect(seen("press-on worked")).toEqual([]);
    expect(seen("press-on worked", press("chance: 0%"))).toEqual(odd);
    expect(seen("press-on failed", press("chance: 0%"))).toEqual([]);
    expect(seen("press-on failed", press("chance: 50%"))).toEqual([]);
    expect(seen("money admitted", admission("0%"))).toEqual(odd);
    expect(seen("not money admitted", admission("100%"))).toEqual(odd);
    expect(seen("money admitted", admission("100%"))).toEqual([]);
    const acted = (text: string) =>
      winter("0%")(text).replace(
        "signals: success }",
        "signals: success, if it works: [{ assumption: dry-winter, chance: +20% }] }",
      );
    expect(seen("dry-winter", acted)).toEqual([]);
  });
});

test("what stands under `later` may be later", () => {
  expect(codes("  - { date: 2031-10-02, fact: dry-winter, source: treaty, later: memoirs }\n")).toEqual([]);
});

test("a plan may branch on what was observed of items and forums", () => {
  const branch = (condition: string) => (text: string) =>
    text.replace(PLAN, `plan:\n  - { if: ${condition}, then: [probe-them] }\n`);
  for (const [fact, condition] of [
    ["release settled", "release is half-flow"],
    ["not money admitted", "money admitted"],
    ["conference broke down", "conference broke down"],
  ] as const) {
    expect(codes(`  - { fact: ${fact} }\n`, branch(condition))).toEqual([]);
    expect(codes("  - { fact: dry-winter }\n", branch(condition))).toEqual(["branch-without-signal"]);
  }
});
