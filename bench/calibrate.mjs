// What a step of plain arithmetic costs, so that figures from a loaded machine can be judged.
let sink = 0;

function step(count) {
  let x = 1;
  for (let i = 0; i < count; i++) x = (Math.imul(x, 31) + i) | 0;
  sink ^= x;
}

/** Nanoseconds a step, best of short runs, as the benchmarks are: about 1.1 on the quiet core that the figures are meant for. */
export function nsPerStep() {
  let best = Infinity;
  for (let run = 0; run < 300; run++) {
    const start = process.hrtime.bigint();
    step(100_000);
    best = Math.min(best, Number(process.hrtime.bigint() - start));
  }
  return best / 100_000;
}

/** Seconds for 2e8 steps by the clock, about 0.22 on a quiet core: how much of a core one gets. */
export function loadedSeconds() {
  const start = process.hrtime.bigint();
  step(2e8);
  return Number(process.hrtime.bigint() - start) / 1e9;
}

/** Keeps the loops from being optimised away. */
export const checksum = () => sink;
