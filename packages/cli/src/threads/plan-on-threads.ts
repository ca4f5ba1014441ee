/** Runs a plan on worker threads: the same bytes as inline, since parts are merged in the order of their tasks. */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Brief } from "@demarche/core/brief";
import {
  type BriefEngine,
  type PlanOptions,
  type PlanResult,
  type Progress,
  preparePlan,
  runInline,
  shareOfFirst,
} from "@demarche/core/run";
import type { PlanWorkerData } from "./plan-worker.ts";

type Task = BriefEngine["tasks"][number];
type Part = ReturnType<BriefEngine["step"]>;

/** Below this many tasks starting a thread costs more than it saves. */
const fewestTasks = 60;

/** `threads` at most; all cores by default. Rejects only with a bug (a worker's error). */
export async function planOnThreads(
  brief: Brief,
  options: PlanOptions & { readonly threads?: number; readonly progress?: Progress } = {},
): Promise<PlanResult> {
  const { engine, problems, found } = preparePlan(brief, options);
  if (engine === undefined) return { problems };
  const { tasks } = engine;
  const threads = Math.min(options.threads ?? availableParallelism(), tasks.length);
  if (threads <= 1 || tasks.length < fewestTasks) return { findings: runInline(engine, options.progress), problems };
  const data: PlanWorkerData = {
    brief,
    options: {
      ...(options.seed === undefined ? {} : { seed: options.seed }),
      ...(options.worlds === undefined ? {} : { worlds: options.worlds }),
      ...(options.known === undefined ? {} : { known: options.known }),
      ...(options.quick === undefined ? {} : { quick: options.quick }),
      ...(options.search === undefined ? {} : { search: options.search }),
      ...(found === undefined ? {} : { found }),
    },
  };
  const workers = Array.from(
    { length: threads },
    () => new Worker(new URL("./plan-worker.js", import.meta.url), { workerData: data }),
  );
  try {
    const first = await workOff<Task, Part>(workers, tasks, (done) => options.progress?.(done * shareOfFirst));
    const more = engine.more?.(first) ?? [];
    const rest = await workOff<Task, Part>(workers, more, (done) =>
      options.progress?.(shareOfFirst + done * (1 - shareOfFirst)),
    );
    return { findings: engine.merge([...first, ...rest]), problems };
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/** Each worker takes the next task when it is done with one. Filled in any order; every place holds its part at the end. */
async function workOff<Task, Part>(
  workers: readonly Worker[],
  tasks: readonly Task[],
  progress: (share: number) => void,
): Promise<Part[]> {
  const parts: Part[] = [];
  let next = 0;
  let done = 0;
  const work = (worker: Worker): Promise<void> =>
    new Promise((resolve, reject) => {
      const give = () => {
        if (next >= tasks.length) {
          worker.off("error", reject).off("message", take);
          resolve();
          return;
        }
        worker.postMessage({ index: next, task: tasks[next] });
        next++;
      };
      const take = ({ index, part }: { index: number; part: Part }) => {
        parts[index] = part;
        done++;
        progress(done / tasks.length);
        give();
      };
      worker.on("error", reject).on("message", take);
      give();
    });
  await Promise.all(workers.map(work));
  return parts;
}
