/** `date = YYYY | YYYY-MM | YYYY-MM-DD`, a part standing for the whole period; `dates = date | date..date | date.. | ..date`. */
import type { DateSpan } from "../brief.ts";
import type { Parsed } from "./parsed.ts";
import { fail } from "./parsed.ts";

const DATE = /^([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?$/u;
const HOW = "Write `1945`, `1945-11` or `1945-11-29`.";

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function pad(value: number): string {
  return String(value).padStart(2, "0");
}

/** One date as its first and last day. */
export function parseDate(text: string): Parsed<DateSpan & { readonly from: string; readonly to: string }> {
  const match = DATE.exec(text);
  if (match === null) {
    const turned = /^([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{4})$/u.test(text);
    return fail("not-a-date", `\`${text}\` is not a date.`, turned ? `${HOW} The year comes first.` : HOW);
  }
  const [, year, month, day] = match;
  if (month === undefined) return { value: { from: `${year}-01-01`, to: `${year}-12-31`, text } };
  if (Number(month) < 1 || Number(month) > 12)
    return fail("not-a-date", `\`${text}\`: there is no month ${month}.`, HOW);
  const last = daysInMonth(Number(year), Number(month));
  if (day === undefined) return { value: { from: `${year}-${month}-01`, to: `${year}-${month}-${pad(last)}`, text } };
  if (Number(day) < 1 || Number(day) > last)
    return fail("not-a-date", `\`${text}\`: that month has ${last} days.`, HOW);
  return { value: { from: text, to: text, text } };
}

/** A date or a span of dates; an open end is absent. */
export function parseDates(text: string): Parsed<DateSpan> {
  const cut = text.indexOf("..");
  if (cut === -1) return parseDate(text);
  const [before, behind] = [text.slice(0, cut), text.slice(cut + 2)];
  const from = before === "" ? undefined : parseDate(before);
  const to = behind === "" ? undefined : parseDate(behind);
  if (from !== undefined && "problem" in from) return from;
  if (to !== undefined && "problem" in to) return to;
  if (from === undefined && to === undefined) return fail("not-a-date", "`..` has no date on either side.", HOW);
  if (from !== undefined && to !== undefined && from.value.from > to.value.to)
    return fail("dates-turned", `\`${text}\` ends before it begins.`, "The earlier date comes first.");
  return {
    value: {
      ...(from === undefined ? {} : { from: from.value.from }),
      ...(to === undefined ? {} : { to: to.value.to }),
      text,
    },
  };
}
