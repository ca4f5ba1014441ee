/** One thread of a plan: compiles the brief once, then does the tasks it is given. */
import { parentPort, workerData } from "node:worker_threads";
import type { Brief } from "@demarche/core/brief";
import { type PlanOptions, preparePlan } from "@demarche/core/run";

export interface PlanWorkerData {
  readonly brief: Brief;
  readonly options: PlanOptions;
}

const { brief, options } = workerData as PlanWorkerData;
const { engine } = preparePlan(brief, options);
type Task = Parameters<NonNullable<typeof engine>["step"]>[0];
parentPort!.on("message", ({ index, task }: { index: number; task: Task }) => {
  parentPort!.postMessage({ index, part: engine!.step(task) });
});
