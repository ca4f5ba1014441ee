/** Days from 1 March 0000 in the Gregorian calendar, for `YYYY-MM-DD`: whole numbers whose differences are days. */
export function dayNumber(iso: string): number {
  const [year = 0, month = 1, day = 1] = iso.split("-").map(Number);
  // the year is taken to begin in March, so that the odd day of February comes last
  const y = month <= 2 ? year - 1 : year;
  const m = (month + 9) % 12;
  return (
    365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + Math.floor((m * 306 + 5) / 10) + day - 1
  );
}

/** First days of the months within [from, to] (day numbers), with year and month 1..12. */
export function monthStarts(
  from: number,
  to: number,
): readonly { readonly day: number; readonly year: number; readonly month: number }[] {
  const starts: { day: number; year: number; month: number }[] = [];
  let year = Math.floor(from / 365.2425) - 1;
  let month = 1;
  for (;;) {
    const day = dayNumber(`${year}-${month}-1`);
    if (day > to) return starts;
    if (day >= from) starts.push({ day, year, month });
    month += 1;
    if (month > 12) {
      month = 1;
      year += 1;
    }
  }
}
