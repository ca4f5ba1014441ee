/** The day up to which a brief knows. */
import type { Brief, DateSpan } from "./brief.ts";

/** The later of the brief's `date` and the last day observed; undefined where the brief has no `date`: then nothing limits it. */
export function asOf({ head, observed }: Brief): DateSpan | undefined {
  if (head.date === undefined) return undefined;
  return observed.reduce<DateSpan>((last, { date }) => (endOf(date) > endOf(last) ? date! : last), head.date);
}

const endOf = (date: DateSpan | undefined): string => date?.to ?? date?.from ?? "";
