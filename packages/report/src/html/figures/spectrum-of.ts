import type { Issue } from "@demarche/core/brief";
import type { ItemFinding, Spread3 } from "@demarche/core/run";
import { itemMessages } from "../../messages/items.ts";
import type { PositionSpectrum, SpectrumMark, SpectrumOption } from "../../svg/position-spectrum.ts";
import { numberText } from "../../wording/index.ts";
import type { Paper } from "../paper.ts";

const words = itemMessages.spectrum;

/** 5 %, 50 % and 95 % points in words: "35 (20 to 60)". */
export function spreadWords(spread: Spread3): string {
  return words.span(numberText(spread.low), numberText(spread.median), numberText(spread.high));
}

/** The picture of an ordered issue; null for a choice or slate, which has no distance. */
export function spectrumOf(paper: Paper, item: ItemFinding): PositionSpectrum | null {
  const issue = paper.index.issues.get(item.id);
  const placed = item.options.filter((option) => option.at !== undefined);
  if (!issue || (issue.kind !== undefined && issue.kind !== "scale") || placed.length === 0) return null;
  const options = placed.map((option): SpectrumOption => {
    const rung = item.rungs.findIndex((entry) => entry.id === option.id);
    return {
      name: paper.index.optionName(item.id, option.id),
      at: option.at ?? 0,
      marks: marksOf(paper, issue, item, option.id, rung),
      ...(rung >= 0 ? { rung: rung + 1 } : {}),
    };
  });
  const places = [
    ...options.map((option) => option.at),
    ...item.parties.flatMap((party) => (party.ideal ? [party.ideal.low, party.ideal.high] : [])),
  ];
  const { from, to } = issue.scale ?? { from: Math.min(0, ...places), to: Math.max(100, ...places) };
  const density = item.density ?? [];
  return {
    title: words.title(item.title),
    description: describe(paper, item, options),
    from,
    to,
    ...(issue.unit === undefined ? {} : { unit: issue.unit }),
    options,
    parties: item.parties.map((party) => ({
      name: paper.index.nameOf(party.party),
      ours: party.party === paper.us,
      third: party.role === "third",
      ...(party.known && party.ideal ? { ideal: party.ideal } : {}),
      salience: party.salience.median,
    })),
    density,
    words: { notKnown: words.notKnown, noSeat: words.noSeat, forecast: words.forecast, marks: words.marks },
  };
}

function marksOf(paper: Paper, issue: Issue, item: ItemFinding, option: string, rung: number): readonly SpectrumMark[] {
  const marks: SpectrumMark[] = [];
  if (item.ask.option === option) marks.push("target");
  if (rung >= 0) marks.push("rung");
  if (issue.otherwise?.kind === "option" && issue.otherwise.option === option) marks.push("otherwise");
  const ours = issue.positions.find((position) => position.party === paper.us);
  if (ours?.redLines?.some((line) => line.option === option)) marks.push("red line");
  return marks;
}

function describe(paper: Paper, item: ItemFinding, options: readonly SpectrumOption[]): string {
  const parties = item.parties.map((party) => {
    const name = paper.index.nameOf(party.party);
    return party.known && party.ideal ? words.partyAt(name, spreadWords(party.ideal)) : words.partyUnknown(name);
  });
  const named = options.map((option) =>
    words.optionAt(option.name, numberText(option.at), option.marks.map((mark) => words.marks[mark]).join(", ")),
  );
  return `${parties.join("; ")}. ${words.optionsAt(named.join("; "))}`;
}

/** Which marks a spectrum shows, for its legend. */
export function marksShown(spectrum: PositionSpectrum): readonly SpectrumMark[] {
  const all: readonly SpectrumMark[] = ["target", "rung", "otherwise", "red line"];
  return all.filter((mark) => spectrum.options.some((option) => option.marks.includes(mark)));
}
