/** Tasks shared out among worker threads. */
import type { Worker } from "node:worker_threads";

/** Each worker takes the next task when it is done with one. Filled in any order; every place holds its part at the end. */
export async function workOff<Task, Part>(
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
