import type { LikelihoodWord } from "@demarche/core/brief";
import type { ChanceRange } from "@demarche/core/run";
import { wordFor, type Yardstick } from "@demarche/core/worlds";
import { messages } from "./messages.ts";
import { numberText } from "./number-text.ts";

/** One chance in the four forms that papers print. */
export interface ChanceText {
  /** "about 20 %", "1–2 %", "98–99 %". */
  readonly number: string;
  /** The same without "about", for tables: "20 %". */
  readonly short: string;
  /** The yardstick's word for the printed number, so that equal numbers always carry equal words. */
  readonly word: LikelihoodWord;
  /** 10th to 90th percentile over what is not known: "10–35 %". */
  readonly range: string;
  /** Unrounded, for annexes and notes: "19.7 % (11.2–34.9 %)". */
  readonly exact: string;
}

const lowest = 2.5;
const highest = 97.5;

function nearestFive(percent: number): number {
  return 5 * Math.round(percent / 5);
}

/** Percent as printed: to the nearest 5, beyond 2.5 and 97.5 as "1–2" and "98–99" (MODEL §4.4). */
function percentText(percent: number): string {
  if (percent <= lowest) return "1–2";
  if (percent >= highest) return "98–99";
  return `${nearestFive(percent)}`;
}

/** What has been seen to be so, or not to be, is no longer a matter of chance: then nothing is shrunk, and nothing has a range. */
function isCertain({ chance, low, high }: ChanceRange): boolean {
  return (chance === 0 || chance === 1) && low === chance && high === chance;
}

function rangeText(low: number, high: number): string {
  const from = percentText(low);
  const to = percentText(high);
  if (from === to) return `${from} %`;
  // "1–2–35" would not read: an end beyond the last step is printed as its outer bound
  return `${low <= lowest ? "1" : from}–${high >= highest ? "99" : to} %`;
}

/**
 * A chance 0..1 as papers print it: nearest 5 %, word and range. One without any doubt, as after an observation, is 0 or 100 %.
 * @param yardstick ICD 203 (half-open bands) or PHIA (a value in a gap takes the nearest word)
 */
export function chanceText(range: ChanceRange, yardstick: Yardstick = "icd203"): ChanceText {
  const percent = range.chance * 100;
  if (isCertain(range)) {
    const number = `${percent} %`;
    return { number, short: number, word: wordFor(range.chance, yardstick), range: number, exact: number };
  }
  const short = `${percentText(percent)} %`;
  const open = percent <= lowest || percent >= highest;
  return {
    number: open ? short : messages.about(short),
    short,
    word: wordFor(open ? range.chance : nearestFive(percent) / 100, yardstick),
    range: rangeText(range.low * 100, range.high * 100),
    exact: `${numberText(percent)} % (${numberText(range.low * 100)}–${numberText(range.high * 100)} %)`,
  };
}

/** A chance without a range: the number alone, "20 %". */
export function shareText(share: number): string {
  return `${percentText(share * 100)} %`;
}
