import { expect, it } from "vitest";
import { dateText, dueText, shortDateText } from "./date-text.ts";

const span = (from: string | undefined, to: string | undefined, text = "") => ({
  text,
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
});

it.each([
  [span("1945-12-05", "1945-12-05"), "5 December 1945"],
  [span("1945-07-01", "1945-07-31"), "July 1945"],
  [span("1944-02-01", "1944-02-29"), "February 1944"],
  [span("1945-01-01", "1945-12-31"), "1945"],
  [span("1945-12-05", "1945-12-15"), "5–15 December 1945"],
  [span("1945-06-21", "1945-07-13"), "21 June – 13 July 1945"],
  [span("1945-12-16", "1946-01-03"), "16 December 1945 – 3 January 1946"],
  [span(undefined, "1945-12-15"), "by 15 December 1945"],
  [span("1946-01-01", undefined, "1946-01.."), "from January 1946"],
  [span("1946-01-10", undefined, "1946-01-10.."), "from 10 January 1946"],
])("%o reads %s", (given, text) => {
  expect(dateText(given)).toBe(text);
});
it("gives the last day of a span as the day by which", () => {
  expect(dueText(span("1945-12-05", "1945-12-15"))).toBe("15 December 1945");
  expect(dueText(span("1945-12-05", undefined))).toBeUndefined();
});
it("drops the year of the paper for narrow columns", () => {
  expect(shortDateText(span("1945-12-05", "1945-12-15"), "1945")).toBe("5–15 December");
  expect(shortDateText(span("1946-01-01", undefined, "1946-01.."), "1945")).toBe("from January 1946");
  expect(shortDateText(span("1945-12-16", "1946-01-03"), "1945")).toBe("16 December – 3 January 1946");
});
