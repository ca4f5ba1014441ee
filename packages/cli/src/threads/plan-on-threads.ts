/** Runs a plan on worker threads: the same bytes as inline, since parts are merged in the order of their tasks. */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Brief } from "@demarche/core/brief";
import { type PlanOptions, type PlanResult, type Progress, preparePlan, runInline } from "@demarche/core/run";
import type { PlanWorkerData } from "./plan-worker.ts";

/** Below this many tasks starting a thread costs more than it saves. */
const fewestTasks = 60;

/** `threads` at most; all cores by default. Rejects only with a bug (a worker's error). */
export async function planOnThreads(
  brief: Brief,
  options: PlanOptions & { readonly threads?: number; readonly progress?: Progress } = {},
): Promise<PlanResult> {
  const { engine, problems } = preparePlan(brief, options);
  if (engine === undefined) return { problems };
  const { tasks } = engine;
  const threads = Math.min(options.threads ?? availableParallelism(), tasks.length);
  if (threads <= 1 || tasks.length < fewestTasks) return { findings: runInline(engine, options.progress), problems };
  // Filled in any order; every place holds its part before they are merged.
  const parts: ReturnType<typeof engine.step>[] = [];
  const data: PlanWorkerData = {
    brief,
    options: {
      ...(options.seed === undefined ? {} : { seed: options.seed }),
      ...(options.worlds === undefined ? {} : { worlds: options.worlds }),
    },
  };
  let next = 0;
  let done = 0;
  const workOff = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL("./plan-worker.js", import.meta.url), { workerData: data });
      const give = () => {
        if (next < tasks.length) worker.postMessage(next++);
        else worker.terminate().then(() => resolve(), reject);
      };
      worker.on("error", reject);
      worker.on("message", ({ index, part }: { index: number; part: (typeof parts)[number] }) => {
        parts[index] = part;
        done++;
        options.progress?.(done / tasks.length);
        give();
      });
      give();
    });
  await Promise.all(Array.from({ length: threads }, workOff));
  return { findings: engine.merge(parts), problems };
}
