/** Threads that stand ready for a plan: they load what planning takes while the command still reads its brief. */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";

export interface Crew {
  readonly workers: readonly Worker[];
  readonly dismiss: () => Promise<void>;
}

/** One thread fewer than `threads` (all cores by default), since the command's own does tasks too. They keep no process alive. */
export function callCrew(threads: number = availableParallelism()): Crew {
  const workers = Array.from(
    { length: Math.max(0, threads - 1) },
    () => new Worker(new URL("./plan-worker.js", import.meta.url)),
  );
  // A worker that breaks before it is given work is told of when it is.
  for (const worker of workers) worker.unref();
  return {
    workers,
    dismiss: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
