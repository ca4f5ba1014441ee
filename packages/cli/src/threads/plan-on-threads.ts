/** Runs a plan on threads: the same bytes as inline, since parts are merged in the order of their tasks. */
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Worker } from "node:worker_threads";
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
import { claim, noneTaken } from "./claim.ts";
import { type Crew, callCrew } from "./crew.ts";
import type { PlanOrder, PlanReply } from "./plan-worker.ts";

type Task = BriefEngine["tasks"][number];
type Part = ReturnType<BriefEngine["step"]>;

/** Where fewer worlds are asked for, a plan is soon made on one thread. */
const fewestWorlds = 500;

/** This thread and a `crew` called before (else one called now, of `threads` in all). Rejects only with a bug (a worker's error). */
export async function planOnThreads(
  brief: Brief,
  options: PlanOptions & { readonly threads?: number; readonly crew?: Crew; readonly progress?: Progress } = {},
): Promise<PlanResult> {
  const { engine, problems, found } = preparePlan(brief, options);
  if (engine === undefined) return { problems };
  const { tasks } = engine;
  if ((options.worlds ?? brief.method.worlds ?? fewestWorlds) < fewestWorlds)
    return { findings: runInline(engine, options.progress), problems };
  const crew = options.crew ?? callCrew(options.threads);
  const order: PlanOrder = {
    kind: "brief",
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
  try {
    for (const worker of crew.workers) worker.postMessage(order);
    const first = await workOff(crew, engine, tasks, (done) => options.progress?.(done * shareOfFirst));
    const more = engine.more?.(first) ?? [];
    const rest = await workOff(crew, engine, more, (done) =>
      options.progress?.(shareOfFirst + done * (1 - shareOfFirst)),
    );
    return { findings: engine.merge([...first, ...rest]), problems };
  } finally {
    await crew.dismiss();
  }
}

/** All threads, this one too, take the next task when they are done with one. Every place holds its part at the end. */
async function workOff(
  { workers }: Crew,
  engine: BriefEngine,
  tasks: readonly Task[],
  progress: (share: number) => void,
): Promise<Part[]> {
  const parts: Part[] = [];
  const taken = noneTaken();
  let done = 0;
  const put = (index: number, part: Part) => {
    parts[index] = part;
    done++;
    progress(done / tasks.length);
  };
  const workThere = (worker: Worker): Promise<void> =>
    new Promise((resolve, reject) => {
      const take = (reply: PlanReply) => {
        if (reply.kind === "part") {
          put(reply.index, reply.part);
          return;
        }
        worker.unref();
        worker.off("error", fail).off("message", take);
        resolve();
      };
      const fail = (error: unknown) => {
        // What is left is not worth doing.
        Atomics.store(taken, 0, tasks.length);
        reject(error);
      };
      worker.on("error", fail).on("message", take);
      worker.ref();
      const order: PlanOrder = { kind: "tasks", tasks, taken };
      worker.postMessage(order);
    });
  const workHere = async (): Promise<void> => {
    for (let index = claim(taken); index < tasks.length; index = claim(taken)) {
      put(index, engine.step(tasks[index]!));
      // A turn for what the others have sent, and for the bar.
      await nextTurn();
    }
  };
  await Promise.all([...workers.map(workThere), workHere()]);
  return parts;
}
