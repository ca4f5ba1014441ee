import { expect, it } from "vitest";
import { drawChart } from "./chart.ts";
import { layOutPositionSpectrum, type PositionSpectrum } from "./position-spectrum.ts";
import { textWidth } from "./text-fit.ts";

const spectrum = (unit: string): PositionSpectrum => ({
  title: "Positions on Landing fees",
  description: "",
  from: 0,
  to: 100,
  unit,
  options: [{ name: "As now", at: 100, marks: [] }],
  parties: [{ name: "Belmar", ours: false, third: false, salience: 50 }],
  words: {
    notKnown: "not known",
    noSeat: "no seat",
    forecast: "Forecast",
    marks: { otherwise: "otherwise", target: "ask", rung: "rung", "red line": "red line" },
  },
});

interface Printed {
  readonly text: string;
  readonly y: number;
  readonly from: number;
  readonly to: number;
}
/** Small print of the axis: each text with its line and where it begins and ends. */
function smallPrint(svg: string): readonly Printed[] {
  return [...svg.matchAll(/<text ([^>]*)>([^<]*)<\/text>/gu)].flatMap(([, attributes = "", text = ""]) => {
    const of = (name: string) => new RegExp(`(?:^| )${name}="([^"]*)"`, "u").exec(attributes)?.[1];
    if (of("font-size") !== "10") return [];
    const x = Number(of("x"));
    const width = textWidth(text, 10);
    const from = x - width * ({ end: 1, middle: 0.5 }[of("text-anchor") ?? ""] ?? 0);
    return [{ text, y: Number(of("y")), from, to: from + width }];
  });
}

it.each([720, 340, 280])("the unit prints over no number of the axis, on %i px", (width) => {
  for (const unit of [
    "points",
    "flights a week",
    "per cent of the present tariff",
    "million dollars of 1945 ".repeat(4),
  ]) {
    const place = { id: "p", width };
    const drawing = layOutPositionSpectrum(place, spectrum(unit.trim()));
    const printed = smallPrint(drawChart(place, drawing).text);
    expect(printed.map(({ text }) => text).join(" ")).toContain(unit.trim());
    for (const [k, a] of printed.entries()) {
      expect(a.from).toBeGreaterThanOrEqual(0);
      expect(a.to).toBeLessThanOrEqual(width);
      expect(a.y).toBeLessThan(drawing.height);
      for (const b of printed.slice(k + 1)) if (a.y === b.y) expect(a.to <= b.from || b.to <= a.from).toBe(true);
    }
  }
});
