import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { codes } from "./codes.ts";
import { ADVICE, FILE_FAULTS, FORM_FAULTS, NAME_FAULTS, WHOLE_FAULTS, WORD_FAULTS } from "./fixtures/faults.ts";

/** Faults of a whole file, which read-brief.test.ts gives one by one. */
const WHOLE_FILE = ["empty-file", "file-too-large", "not-utf8", "too-deep", "too-many-errors"];
const sorted = (texts: Iterable<string>) => [...new Set(texts)].sort((a, b) => (a < b ? -1 : 1));
const CODES = sorted(Object.keys(codes));
const DOCS = readFileSync(new URL("../../../../docs/errors.md", import.meta.url), "utf8");
/** Rows of the reader's part of the page: `| code | severity | what is wrong | how to mend it |`. */
const ROWS = [
  ...DOCS.split(/^## /mu)
    .find((part) => part.startsWith("Reading a brief"))!
    .matchAll(/^\| `([a-z0-9-]+)` \| (error|warning|note) \| (.+) \| (.+) \|$/gmu),
];

describe("the reader's codes", () => {
  test("each has a row in docs/errors.md, and each row a code", () => {
    expect(sorted(ROWS.map(([, code]) => code!))).toEqual(CODES);
    expect(ROWS).toHaveLength(CODES.length);
    expect(Object.fromEntries(ROWS.map(([, code, severity]) => [code, severity]))).toEqual(codes);
  });

  test("each is tested by a fault", () => {
    const tested = [...FILE_FAULTS, ...WORD_FAULTS, ...FORM_FAULTS, ...NAME_FAULTS, ...WHOLE_FAULTS, ...ADVICE].map(
      ([code]) => code,
    );
    expect(sorted([...tested, ...WHOLE_FILE])).toEqual(CODES);
    const whole = readFileSync(new URL("read-brief.test.ts", import.meta.url), "utf8");
    for (const code of WHOLE_FILE) expect(whole).toContain(`"${code}"`);
  });
});
