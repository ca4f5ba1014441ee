/** Several engines run as one: their tasks one after another, each done by its own, and what each finds. */
import type { Engine } from "./engine.ts";

export interface JoinedTask {
  /** Which engine's it is. */
  readonly of: number;
  readonly task: unknown;
}
export interface JoinedPart {
  readonly of: number;
  readonly part: unknown;
}

/** `merge` is given what each has found, in their order. */
export function joinEngines<Findings extends readonly unknown[], Finding>(
  engines: { readonly [K in keyof Findings]: Engine<unknown, unknown, Findings[K]> },
  merge: (found: Findings) => Finding,
): Engine<JoinedTask, JoinedPart, Finding> {
  const list: readonly Engine<unknown, unknown, unknown>[] = engines;
  const partsOf = (parts: readonly JoinedPart[], of: number) =>
    parts.flatMap((part) => (part.of === of ? [part.part] : []));
  return {
    tasks: list.flatMap((engine, of) => engine.tasks.map((task) => ({ of, task }))),
    step: ({ of, task }) => ({ of, part: list[of]!.step(task) }),
    more: (parts) =>
      list.flatMap((engine, of) => (engine.more?.(partsOf(parts, of)) ?? []).map((task) => ({ of, task }))),
    merge: (parts) => merge(list.map((engine, of) => engine.merge(partsOf(parts, of))) as unknown as Findings),
  };
}
