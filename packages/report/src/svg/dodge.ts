export interface Span {
  /** Where the middle would best be. */
  readonly at: number;
  readonly width: number;
}

/**
 * Middles of spans along a line so that none overlap and all lie within [from, to], each as near to where it would best
 * be as its neighbours allow (clusters of spans that touch share their mean shift). Order is kept; input is sorted by `at`.
 * Where they cannot all fit they are spaced evenly and may overlap: the caller makes them narrow enough.
 */
export function dodge(spans: readonly Span[], from: number, to: number, gap: number): readonly number[] {
  interface Cluster {
    first: number;
    count: number;
    width: number;
    start: number;
  }
  const startOf = (width: number, wanted: number) => Math.max(from, Math.min(to - width, wanted));
  const clusters: Cluster[] = [];
  spans.forEach((span, i) => {
    clusters.push({ first: i, count: 1, width: span.width, start: startOf(span.width, span.at - span.width / 2) });
    for (;;) {
      const last = clusters[clusters.length - 1];
      const before = clusters[clusters.length - 2];
      if (!last || !before || before.start + before.width + gap <= last.start) return;
      const width = before.width + gap + last.width;
      clusters.splice(-2, 2, {
        first: before.first,
        count: before.count + last.count,
        width,
        start: startOf(width, bestStart(spans, before.first, before.count + last.count, gap)),
      });
    }
  });
  const middles: number[] = [];
  for (const cluster of clusters) {
    let at = cluster.start;
    for (const span of spans.slice(cluster.first, cluster.first + cluster.count)) {
      middles.push(at + span.width / 2);
      at += span.width + gap;
    }
  }
  return middles;
}

/** Start of a cluster that keeps the sum of its members' squared shifts least. */
function bestStart(spans: readonly Span[], first: number, count: number, gap: number): number {
  let offset = 0;
  let sum = 0;
  for (const span of spans.slice(first, first + count)) {
    sum += span.at - span.width / 2 - offset;
    offset += span.width + gap;
  }
  return sum / count;
}
