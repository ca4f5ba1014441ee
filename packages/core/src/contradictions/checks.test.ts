/** Each check fires on the smallest brief that shows its fault, at both places, and not on its near-misses. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { find } from "./brief-in-parts.test-data.ts";
import { CHECKS } from "./checks.ts";
import { DISCLOSURE_ROWS } from "./rows-disclosure.test-data.ts";
import { FORUMS_ROWS } from "./rows-forums.test-data.ts";
import { GOALS_ROWS } from "./rows-goals.test-data.ts";
import { LADDERS_ROWS } from "./rows-ladders.test-data.ts";

const ROWS = [...GOALS_ROWS, ...LADDERS_ROWS, ...FORUMS_ROWS, ...DISCLOSURE_ROWS];

describe.each(ROWS)("[$rule] $code ($severity)", ({ code, severity, fires, paths, misses }) => {
  test("fires at its places", () => {
    expect(find(fires).filter((each) => each.code === code)).toEqual([
      { code, severity, paths, message: expect.any(String), why: expect.any(String) },
    ]);
  });
  test.each(misses)("does not fire on near-miss %#", (parts) => {
    expect(find(parts).filter((each) => each.code === code && each.severity === severity)).toEqual([]);
  });
});

test("a brief that agrees with itself gives nothing", () => {
  expect(find({})).toEqual([]);
});

test("every check has a row, and every row a check", () => {
  expect(new Set(ROWS.map(({ rule }) => rule))).toEqual(new Set(CHECKS.map(({ rule }) => rule)));
});

test("each code stands in docs/errors.md with the severities that are tested, and no other does", () => {
  const page = readFileSync(new URL("../../../../docs/errors.md", import.meta.url), "utf8");
  const part = page.split(/^## /mu).find((each) => each.startsWith("Contradictions")) ?? "";
  const documented = [...part.matchAll(/^\| `([a-z-]+)` \| ([a-z, ]+) \|/gmu)].map(
    ([, code, severities]) => `${code}: ${severities}`,
  );
  const tested = new Map<string, Set<string>>();
  for (const { code, severity } of ROWS) tested.set(code, new Set([...(tested.get(code) ?? []), severity]));
  expect(documented.sort()).toEqual(
    [...tested].map(([code, severities]) => `${code}: ${[...severities].sort().join(", ")}`).sort(),
  );
});
