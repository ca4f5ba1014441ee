/**
 * Waits for work that another thread does. An interrupt ends the command at once, by the signal, as it does while this thread
 * works itself; since this one is free meanwhile, `tell` may say so first.
 */
export async function untilDone<T>(work: Promise<T>, tell: () => void): Promise<T> {
  const end = (signal: NodeJS.Signals) => {
    forget();
    tell();
    process.kill(process.pid, signal);
  };
  const forget = () => process.off("SIGINT", end).off("SIGTERM", end);
  process.on("SIGINT", end).on("SIGTERM", end);
  try {
    return await work;
  } finally {
    forget();
  }
}
