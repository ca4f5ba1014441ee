import { closeSync, openSync, rmSync, statSync } from "node:fs";

/** What is done under the lock takes milliseconds: a lock as old as this, milliseconds, was left by a run that died. */
const staleAfter = 10_000;
const pause = 20;

/** Waits for a lock file and holds it; the function that comes back releases it. */
export function holdLock(file: string): () => void {
  const sleeper = new Int32Array(new SharedArrayBuffer(4));
  for (;;) {
    try {
      closeSync(openSync(file, "wx"));
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const made = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
    if (made !== undefined && Date.now() - made > staleAfter) rmSync(file, { force: true });
    else Atomics.wait(sleeper, 0, 0, pause);
  }
}
