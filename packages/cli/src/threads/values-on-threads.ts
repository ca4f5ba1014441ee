/** Works values out on worker threads: the same bytes as inline, since parts are merged in the order of their tasks. */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Brief } from "@demarche/core/brief";
import { type PlanFindings, type Progress, runInline } from "@demarche/core/run";
import { prepareValues, type ValuesEngine, type ValuesOptions } from "@demarche/core/values";
import type { ValuesWorkerData } from "./values-worker.ts";
import { workOff } from "./work-off.ts";

type Task = ValuesEngine["tasks"][number];
type Part = ReturnType<ValuesEngine["step"]>;

/** Below this many tasks starting a thread costs more than it saves. */
const fewestTasks = 8;
/** Of the work, what is done before the tasks that hang on it, and before questions are worked out at the end: for progress alone. */
const shareOfFirst = 0.2;
const shareOfTasks = 0.75;

/** `findings` are of the same brief and options. `threads` at most; all cores by default. Rejects only with a bug (a worker's error). */
export async function valuesOnThreads(
  brief: Brief,
  findings: PlanFindings,
  { threads: most, progress, ...options }: ValuesOptions & { readonly threads?: number; readonly progress?: Progress },
): Promise<ReturnType<ValuesEngine["merge"]>> {
  const { engine, found } = prepareValues(brief, findings, options);
  const { tasks } = engine;
  const threads = Math.min(most ?? availableParallelism(), tasks.length);
  if (threads <= 1 || tasks.length < fewestTasks) return runInline(engine, progress);
  const { plans } = findings;
  const data: ValuesWorkerData = {
    brief,
    plans,
    options: { ...options, ...(found === undefined ? {} : { found }) },
  };
  const workers = Array.from(
    { length: threads },
    () => new Worker(new URL("./values-worker.js", import.meta.url), { workerData: data }),
  );
  try {
    const first = await workOff<Task, Part>(workers, tasks, (done) => progress?.(done * shareOfFirst));
    const more = engine.more?.(first) ?? [];
    const rest = await workOff<Task, Part>(workers, more, (done) =>
      progress?.(shareOfFirst + done * (shareOfTasks - shareOfFirst)),
    );
    return engine.merge([...first, ...rest]);
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
