/** The seam between engines and whatever runs them: inline now, threads or a job queue later, with the same bytes on each. */

/** Work cut into tasks that share nothing. Parts are merged in the order of the tasks, whatever order they were done in. */
export interface Engine<Task, Part, Finding> {
  readonly tasks: readonly Task[];
  step(task: Task): Part;
  merge(parts: readonly Part[]): Finding;
}

/** Called after each task: share of the work done, 0..1. */
export type Progress = (share: number) => void;

/** Runs an engine here and now. */
export function runInline<Task, Part, Finding>(engine: Engine<Task, Part, Finding>, progress?: Progress): Finding {
  const parts: Part[] = [];
  for (const [k, task] of engine.tasks.entries()) {
    parts.push(engine.step(task));
    progress?.((k + 1) / engine.tasks.length);
  }
  return engine.merge(parts);
}
