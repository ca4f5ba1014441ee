import { expect, it } from "vitest";
import { explainFailure } from "./explain-failure.ts";
import { stopForUsage } from "./stop.ts";

it("asks for a report of a bug, and shows where it happened only to who asks", () => {
  const bug = new TypeError("items is not iterable");
  const { exitCode, text, errors } = explainFailure(bug, { debug: false });
  expect(exitCode).toBe(3);
  expect(text).toMatch(/^error: items is not iterable\n.*bug of Demarche/);
  expect(text).toContain("DEMARCHE_DEBUG=1");
  expect(text).not.toContain("explain-failure.test");
  expect(errors).toMatchObject([{ code: "bug", message: "items is not iterable" }]);
  expect(explainFailure(bug, { debug: true }).text).toContain("explain-failure.test");
  expect(explainFailure("thrown text", { debug: true })).toMatchObject({
    exitCode: 3,
    errors: [{ message: "thrown text" }],
  });
});
it("says what a command meant to say", () => {
  const stop = stopForUsage("disk-full", "There is no room.", "Make room.");
  expect(explainFailure(stop, { debug: false })).toEqual({
    exitCode: 2,
    text: "error: There is no room.\n    Make room.",
    errors: [{ code: "disk-full", message: "There is no room.", hint: "Make room." }],
  });
});
