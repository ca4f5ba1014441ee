import { expect, it } from "vitest";
import { startProgress } from "./progress.ts";
import { openTerminal, type Terminal } from "./terminal.ts";

function watched(isTTY: boolean): { readonly terminal: Terminal; readonly drawn: string[] } {
  const drawn: string[] = [];
  const stream = { isTTY, write: (text: string) => drawn.push(text) };
  return { terminal: openTerminal({ write: () => true }, stream, { LANG: "C" }, "linux"), drawn };
}

it("shows a bar only for what takes more than a second, ten times a second at most, and clears it", () => {
  const { terminal, drawn } = watched(true);
  let time = 0;
  const bar = startProgress(terminal, "Planning", () => time);
  for (; time <= 2000; time += 10) bar.show(time / 4000);
  expect(drawn.length).toBe(11);
  expect(drawn.at(-1)).toBe(`\rPlanning ${"#".repeat(15)}${".".repeat(15)}  50 %\u001b[K`);
  bar.clear();
  expect(drawn.at(-1)).toBe("\r\u001b[K");
});
it("draws nothing for a quick run, and nothing where nobody watches", () => {
  const quick = watched(true);
  const bar = startProgress(quick.terminal, "Planning", () => 0);
  bar.show(0.5);
  bar.clear();
  expect(quick.drawn).toEqual([]);
  const piped = watched(false);
  let time = 0;
  const unseen = startProgress(piped.terminal, "Planning", () => time);
  time = 5000;
  unseen.show(0.5);
  unseen.clear();
  expect(piped.drawn).toEqual([]);
});
