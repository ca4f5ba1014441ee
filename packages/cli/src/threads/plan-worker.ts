/** One thread of a plan: compiles the brief that it is first told of once, then does tasks of the lists that it is handed. */
import { parentPort } from "node:worker_threads";
import type { Brief } from "@demarche/core/brief";
import { type BriefEngine, type PlanOptions, preparePlan } from "@demarche/core/run";
import { claim } from "./claim.ts";

type Task = BriefEngine["tasks"][number];
type Part = ReturnType<BriefEngine["step"]>;

export type PlanOrder =
  | { readonly kind: "brief"; readonly brief: Brief; readonly options: PlanOptions }
  /** Tasks that several threads share: each takes the next that nobody has taken. */
  | { readonly kind: "tasks"; readonly tasks: readonly Task[]; readonly taken: Int32Array };
export type PlanReply =
  | { readonly kind: "part"; readonly index: number; readonly part: Part }
  /** None of the list is left to take. */
  | { readonly kind: "rest" };

let engine: BriefEngine | undefined;
const reply = (message: PlanReply) => parentPort!.postMessage(message);
parentPort!.on("message", (order: PlanOrder) => {
  if (order.kind === "brief") {
    engine = preparePlan(order.brief, order.options).engine;
    return;
  }
  const { tasks, taken } = order;
  for (let index = claim(taken); index < tasks.length; index = claim(taken))
    reply({ kind: "part", index, part: engine!.step(tasks[index]!) });
  reply({ kind: "rest" });
});
