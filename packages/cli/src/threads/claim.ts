/** Tasks that threads share, without one waiting for another's leave. */

/** Nothing taken yet; any thread that it is handed to sees what the others take. */
export const noneTaken = (): Int32Array => new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));

/** Takes the next place that no thread has taken. */
export const claim = (taken: Int32Array): number => Atomics.add(taken, 0, 1);
