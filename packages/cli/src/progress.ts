import { barOf } from "./bars.ts";
import type { Terminal } from "./terminal.ts";

/** Work that is done sooner shows no bar, milliseconds. */
const patience = 1000;
const betweenFrames = 100;

export interface ProgressBar {
  /** Share of the work done, 0..1. */
  readonly show: (share: number) => void;
  /** Leaves the line as it was before. */
  readonly clear: () => void;
}

/** A bar on standard error, for people only: where nobody watches, nothing is drawn. */
export function startProgress(terminal: Terminal, what: string, now: () => number = Date.now): ProgressBar {
  const { redraw, unicode } = terminal;
  if (redraw === undefined) return { show: () => undefined, clear: () => undefined };
  const started = now();
  let drawn: number | undefined;
  return {
    show: (share) => {
      const time = now();
      if (time - started < patience || (drawn !== undefined && time - drawn < betweenFrames)) return;
      drawn = time;
      const percent = `${Math.round(share * 100)}`.padStart(3);
      redraw(`${what} ${barOf([share], 30, unicode)} ${percent} %`);
    },
    clear: () => {
      if (drawn !== undefined) redraw("");
      drawn = undefined;
    },
  };
}
