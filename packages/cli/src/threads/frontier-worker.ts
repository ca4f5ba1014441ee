/** Integer programmes beside the command's own thread, so that it can tell how far they are. */
import { parentPort, workerData } from "node:worker_threads";
import {
  compileSpace,
  computeWideGraphFrontier,
  type NoFrontier,
  type PackageDomain,
  type WideGraphFrontier,
  type Within,
} from "@demarche/core/packages";

export interface FrontierWorkerData {
  readonly domain: PackageDomain;
  readonly within: Within;
}
export type FrontierWorkerMessage =
  | { readonly kind: "progress"; readonly share: number }
  | { readonly kind: "found"; readonly found: WideGraphFrontier | NoFrontier };

const { domain, within } = workerData as FrontierWorkerData;
const tell = (message: FrontierWorkerMessage) => parentPort!.postMessage(message);
const compiled = compileSpace(domain);
if ("problems" in compiled) throw new Error("a domain that has been compiled before does not compile");
const found = await computeWideGraphFrontier(compiled.space, within, {}, (solved, most) =>
  tell({ kind: "progress", share: solved / most }),
);
tell({ kind: "found", found });
