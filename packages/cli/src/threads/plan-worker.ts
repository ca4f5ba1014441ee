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
parentPort!.on("message", (index: number) => {
  parentPort!.postMessage({ index, part: engine!.step(engine!.tasks[index]!) });
});
