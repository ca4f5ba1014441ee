import type { ChanceRange } from "@demarche/core/run";
import type { Yardstick } from "@demarche/core/worlds";
import { element, type Markup, markup } from "../svg/markup.ts";
import { chanceText } from "../wording/index.ts";

/** Exact to a thousandth of a percent: enough to retrace, short enough to read. */
function exact(value: number): string {
  return String(Math.round(value * 100_000) / 100_000);
}
function attributes(range: ChanceRange): Readonly<Record<string, string>> {
  return { "data-chance": exact(range.chance), "data-low": exact(range.low), "data-high": exact(range.high) };
}

/** In a sentence: "about 35 % (unlikely; 20–50 %)". */
export function chanceInline(range: ChanceRange, yardstick: Yardstick): Markup {
  const text = chanceText(range, yardstick);
  return element(
    "span",
    { class: "chance", ...attributes(range) },
    markup`<strong>${text.number}</strong> (${text.word}; <span class="together">${text.range}</span>)`,
  );
}

/** In a cell: the number with its note, beneath it word and range. */
export function chanceCell(range: ChanceRange, yardstick: Yardstick, note?: Markup): Markup {
  const text = chanceText(range, yardstick);
  return element(
    "span",
    { class: "chance cell", ...attributes(range) },
    markup`<strong>${text.short}</strong>${note} <span class="word">${text.word}</span> <span class="range">${text.range}</span>`,
  );
}

/** The yardstick's word for a chance without a range, as printed. */
export function wordOf(share: number, yardstick: Yardstick): string {
  return chanceText({ chance: share, low: share, high: share }, yardstick).word;
}
