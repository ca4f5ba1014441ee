/** The seam between engines and whatever runs them: inline now, threads or a job queue later, with the same bytes on each. */

/** Work cut into tasks that share nothing. Parts are merged in the order of the tasks, whatever order they were done in. */
export interface Engine<Task, Part, Finding> {
  readonly tasks: readonly Task[];
  step(task: Task): Part;
  /** Tasks that hang on what the first came to; their parts follow the first ones. A task holds all it needs, so that any runner can do it. */
  more?(parts: readonly Part[]): readonly Task[];
  merge(parts: readonly Part[]): Finding;
}

/** Called after each task: share of the work done, 0..1. */
export type Progress = (share: number) => void;

/** Of the work, what is done before the tasks that hang on it: for progress alone. */
export const shareOfFirst = 0.9;

/** Runs an engine here and now. */
export function runInline<Task, Part, Finding>(engine: Engine<Task, Part, Finding>, progress?: Progress): Finding {
  const parts: Part[] = [];
  const work = (tasks: readonly Task[], from: number, to: number): void => {
    for (const [k, task] of tasks.entries()) {
      parts.push(engine.step(task));
      progress?.(from + ((k + 1) / tasks.length) * (to - from));
    }
  };
  work(engine.tasks, 0, engine.more === undefined ? 1 : shareOfFirst);
  if (engine.more !== undefined) work(engine.more(parts), shareOfFirst, 1);
  return engine.merge(parts);
}
