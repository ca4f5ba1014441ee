/** A frontier by integer programming, on a thread of its own: the command stays free to tell how far it is. */
import { Worker } from "node:worker_threads";
import { type Frontier, type NoFrontier, openWideGraphFrontier } from "@demarche/core/packages";
import type { Progress } from "@demarche/core/run";
import type { FrontierWorkerData, FrontierWorkerMessage } from "./frontier-worker.ts";

/** The share that is told is of the programmes allowed: most frontiers need far fewer. Rejects only with a bug. */
export function frontierOnThread(data: FrontierWorkerData, progress: Progress): Promise<Frontier | NoFrontier> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./frontier-worker.js", import.meta.url), { workerData: data });
    worker.on("error", reject);
    worker.on("message", (message: FrontierWorkerMessage) => {
      if (message.kind === "progress") {
        progress(message.share);
        return;
      }
      const { found } = message;
      resolve("failed" in found ? found : openWideGraphFrontier(found, data.domain.parties.length));
      void worker.terminate();
    });
  });
}
