// How the cost of a frontier grows: node bench/packages-cost.mjs > docs/method/agreement-spaces-cost.svg
// User CPU time (best of three) against the size of the frontier, random domains of three to five parties.
import { compileSpace, computeFrontier } from "../packages/core/dist/packages/index.js";
import { generateDomain } from "./packages-domains.mjs";

const series = [
  ["3 parties, 10 options", [6, 10, 14, 18, 22, 26, 30].map((n) => ["real", 3, n, 10, 0])],
  ["4 parties, 5 options", [4, 6, 8, 10, 12].map((n) => ["real", 4, n, 5, 0])],
  ["5 parties, 5 options", [4, 6, 8, 10].map((n) => ["real", 5, n, 5, 0])],
];
const measured = series.map(([name, runs]) => [
  name,
  runs.map((args) => {
    const compiled = compileSpace(generateDomain(...args, 1));
    let best = Infinity;
    let size = 0;
    for (let k = 0; k < 3; k++) {
      const cpu = process.cpuUsage();
      size = computeFrontier(compiled.space, "all").size;
      best = Math.min(best, process.cpuUsage(cpu).user / 1000);
    }
    console.error(args.join(" "), size, `${best.toFixed(1)} ms`);
    return [size, Math.max(0.1, best)];
  }),
]);

const [width, height, left, bottom] = [640, 380, 60, 330];
const x = (size) => left + ((Math.log10(size) - 1) / 4) * (width - left - 160);
const y = (ms) => bottom - ((Math.log10(ms) + 1) / 5) * (bottom - 20);
const dashes = ["", "6 3", "2 3"];
const lines = measured.map(([name, points], k) => {
  const path = points
    .map(([size, ms], i) => `${i === 0 ? "M" : "L"}${x(size).toFixed(1)} ${y(ms).toFixed(1)}`)
    .join("");
  const [lastSize, lastMs] = points.at(-1);
  return `<path d="${path}" fill="none" stroke="#1d3f6e" stroke-width="2" stroke-dasharray="${dashes[k]}"/>${points.map(([s, m]) => `<circle cx="${x(s).toFixed(1)}" cy="${y(m).toFixed(1)}" r="3" fill="#1d3f6e"/>`).join("")}<text x="${(x(lastSize) + 8).toFixed(1)}" y="${(y(lastMs) + 4).toFixed(1)}">${name}</text>`;
});
const grid =
  [10, 100, 1000, 10000, 100000]
    .map(
      (s) =>
        `<path d="M${x(s)} 20V${bottom}" stroke="#d8d2c5"/><text x="${x(s)}" y="${bottom + 16}" text-anchor="middle">${s.toLocaleString("en")}</text>`,
    )
    .join("") +
  [0.1, 1, 10, 100, 1000, 10000]
    .map(
      (ms) =>
        `<path d="M${left} ${y(ms)}H${x(100000)}" stroke="#d8d2c5"/><text x="${left - 6}" y="${y(ms) + 4}" text-anchor="end">${ms} ms</text>`,
    )
    .join("");
console.log(
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="Arial,sans-serif" font-size="12" role="img" aria-labelledby="t"><title id="t">Time against the size of the frontier, both on logarithmic scales</title><rect width="${width}" height="${height}" fill="#fdfcf9"/>${grid}${lines.join("")}<text x="${left}" y="${height - 8}">Undominated vectors</text></svg>`,
);
