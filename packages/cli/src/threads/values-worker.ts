/** One thread of the values of a plan: prepares them once, then does the tasks it is given. */
import { parentPort, workerData } from "node:worker_threads";
import type { Brief } from "@demarche/core/brief";
import type { PlanFindings } from "@demarche/core/run";
import { prepareValues, type ValuesOptions } from "@demarche/core/values";

export interface ValuesWorkerData {
  readonly brief: Brief;
  readonly plans: PlanFindings["plans"];
  readonly options: ValuesOptions;
}

const { brief, plans, options } = workerData as ValuesWorkerData;
const { engine } = prepareValues(brief, { plans }, options);
type Task = (typeof engine.tasks)[number];
parentPort!.on("message", ({ index, task }: { index: number; task: Task }) => {
  parentPort!.postMessage({ index, part: engine.step(task) });
});
