import type { DateSpan } from "./brief.ts";

/** "on 1945-12-07", "in 1945-12", "from 1945-12-05 to 1945-12-10": a time as a part of a sentence. */
export function whenText({ from, to, text }: DateSpan): string {
  if (!text.includes("..")) return `${from === to ? "on" : "in"} ${text}`;
  const [first, last] = text.split("..");
  return [first === "" ? "" : `from ${first}`, last === "" ? "" : `${first === "" ? "up " : ""}to ${last}`]
    .filter((part) => part !== "")
    .join(" ");
}
