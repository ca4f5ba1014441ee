/**
 * Four parties and more: a k-d tree of buckets over the coordinates after the first. Every node carries the greatest
 * value per coordinate below it; a node that falls short in one coordinate cannot hold a vector that covers the query.
 */
import type { Archive } from "./archive.ts";

const BUCKET = 12;

export function createDominanceTree(parties: number, slack: Float64Array): Archive {
  const M = parties - 1;
  let capacity = 64;
  let most = new Float64Array(capacity * M);
  let left = new Int32Array(capacity);
  let right = new Int32Array(capacity);
  let splitOn = new Int32Array(capacity);
  let splitAt = new Float64Array(capacity);
  let held = new Int32Array(capacity);
  let bucket = new Float64Array(capacity * BUCKET * M);
  let nodes = 0;
  let visits = 0;
  const query = new Float64Array(M);
  const stack = new Int32Array(4096);

  function newNode(): number {
    if (nodes === capacity) {
      capacity *= 2;
      most = enlarge(most, capacity * M);
      splitAt = enlarge(splitAt, capacity);
      bucket = enlarge(bucket, capacity * BUCKET * M);
      left = enlargeInts(left, capacity);
      right = enlargeInts(right, capacity);
      splitOn = enlargeInts(splitOn, capacity);
      held = enlargeInts(held, capacity);
    }
    const node = nodes++;
    left[node] = -1;
    held[node] = 0;
    for (let j = 0; j < M; j++) most[node * M + j] = -Infinity;
    return node;
  }

  function place(node: number, source: Float64Array, start: number): void {
    const base = (node * BUCKET + held[node]!) * M;
    for (let j = 0; j < M; j++) {
      const x = source[start + j]!;
      bucket[base + j] = x;
      if (x > most[node * M + j]!) most[node * M + j] = x;
    }
    held[node] = held[node]! + 1;
  }

  /** Splits a full leaf in the middle of its widest coordinate; distinct vectors always differ in one. */
  function split(node: number): void {
    const base = node * BUCKET * M;
    let widest = 0;
    let width = -1;
    let middle = 0;
    for (let j = 0; j < M; j++) {
      let low = Infinity;
      let high = -Infinity;
      let sum = 0;
      for (let k = 0; k < BUCKET; k++) {
        const x = bucket[base + k * M + j]!;
        sum += x;
        if (x < low) low = x;
        if (x > high) high = x;
      }
      if (high - low > width) {
        width = high - low;
        widest = j;
        const mean = sum / BUCKET;
        middle = mean >= low && mean < high ? mean : low;
      }
    }
    const a = newNode();
    const b = newNode();
    left[node] = a;
    right[node] = b;
    splitOn[node] = widest;
    splitAt[node] = middle;
    const points = node * BUCKET * M;
    for (let k = 0; k < BUCKET; k++) {
      const start = points + k * M;
      place(bucket[start + widest]! > middle ? b : a, bucket, start);
    }
  }

  return {
    clear() {
      nodes = 0;
      newNode();
    },
    covers(v, start) {
      for (let j = 0; j < M; j++) query[j] = v[start + 1 + j]! - slack[1 + j]!;
      let depth = 0;
      stack[depth++] = 0;
      while (depth > 0) {
        const node = stack[--depth]!;
        visits++;
        let j = 0;
        const top = node * M;
        while (j < M && most[top + j]! >= query[j]!) j++;
        if (j < M) continue;
        if (left[node]! >= 0) {
          stack[depth++] = left[node]!;
          stack[depth++] = right[node]!;
          continue;
        }
        const end = (node * BUCKET + held[node]!) * M;
        for (let p = node * BUCKET * M; p < end; p += M) {
          let c = 0;
          while (c < M && bucket[p + c]! >= query[c]!) c++;
          if (c === M) return true;
        }
      }
      return false;
    },
    insert(v, start) {
      let node = 0;
      while (left[node]! >= 0) {
        const top = node * M;
        for (let j = 0; j < M; j++) {
          const x = v[start + 1 + j]!;
          if (x > most[top + j]!) most[top + j] = x;
        }
        node = v[start + 1 + splitOn[node]!]! > splitAt[node]! ? right[node]! : left[node]!;
      }
      place(node, v, start + 1);
      if (held[node] === BUCKET) split(node);
    },
    spent() {
      const since = visits;
      visits = 0;
      return since;
    },
  };
}

function enlarge(array: Float64Array, length: number): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(length);
  larger.set(array);
  return larger;
}

function enlargeInts(array: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(length);
  larger.set(array);
  return larger;
}
