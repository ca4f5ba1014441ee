import type { DateSpan } from "@demarche/core/brief";
import { messages } from "./messages.ts";

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function readDay(iso: string): Day {
  const [year = 0, month = 1, day = 1] = iso.split("-").map(Number);
  return { year, month, day };
}
function lastDayOf(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
function monthName(month: number): string {
  return messages.months[month - 1] ?? "";
}

/** One day, `YYYY-MM-DD`, as "5 December 1945". */
export function dayText(iso: string): string {
  const { year, month, day } = readDay(iso);
  return `${day} ${monthName(month)} ${year}`;
}

/** Text with the dates that stand in it as `YYYY-MM-DD` or `YYYY-MM`, spans of them included, put in words. */
export function datesInText(text: string): string {
  return text.replace(/(?<![\d-])\d{4}-\d{2}(?:-\d{2})?(?:\.\.\d{4}-\d{2}(?:-\d{2})?)?(?![\d-])/gu, (found) => {
    const [from = found, to = from] = found.split("..");
    return dateText({ from: withDay(from, false), to: withDay(to, true), text: found });
  });
}

/** A day as it is; of a month its first or last. */
function withDay(iso: string, isEnd: boolean): string {
  if (iso.length > 7) return iso;
  const { year, month } = readDay(iso);
  return `${iso}-${isEnd ? lastDayOf(year, month) : "01"}`;
}

/** A span of days in words: "5 December 1945", "July 1945", "1945", "5–15 December 1945", "by 15 December 1945", "from January 1946". */
export function dateText(span: DateSpan): string {
  const { from, to } = span;
  if (from === undefined && to === undefined) return span.text;
  if (from === undefined) return messages.upTo(dayText(to!));
  if (to === undefined) {
    const start = readDay(from);
    const month = /^\d{4}-\d{2}\.\.$/u.test(span.text);
    return messages.fromOn(month ? `${monthName(start.month)} ${start.year}` : dayText(from));
  }
  const a = readDay(from);
  const b = readDay(to);
  if (from === to) return dayText(from);
  const wholeMonths = a.day === 1 && b.day === lastDayOf(b.year, b.month);
  if (wholeMonths && a.year === b.year) {
    if (a.month === 1 && b.month === 12) return `${a.year}`;
    if (a.month === b.month) return `${monthName(a.month)} ${a.year}`;
  }
  if (a.year !== b.year) return `${dayText(from)} – ${dayText(to)}`;
  if (a.month !== b.month) return `${a.day} ${monthName(a.month)} – ${dayText(to)}`;
  return `${a.day}–${dayText(to)}`;
}

/** The last day of a span, as a date by which something must be done; a span open at its end has none. */
export function dueText(span: DateSpan): string | undefined {
  return span.to === undefined ? undefined : dayText(span.to);
}

/** A span for narrow columns: "3–5 December", with its year only where it is another than `year`: "from January 1946". */
export function shortDateText(span: DateSpan, year: string | undefined): string {
  return year === undefined ? dateText(span) : withoutYear(dateText(span), year);
}

/** One day in the same way. */
export function shortDayText(iso: string, year: string | undefined): string {
  return year === undefined ? dayText(iso) : withoutYear(dayText(iso), year);
}

const withoutYear = (text: string, year: string): string => text.replaceAll(` ${year}`, "");
