/** A table of positions as the text of a brief, to go on from. */
import { writeScalar } from "../brief/edit/scalar-text.ts";
import { partyIds } from "../brief/starter/party-id.ts";
import type { ForecastTable, TableIssue } from "../forecast/forecast-table.ts";
import { endNames } from "./table-builder.ts";

export interface BriefWishes {
  readonly title?: string;
  /** What the numbers are taken from, as people cite it: named as the source of every number. */
  readonly source?: string;
}

/** As a brief writes numbers: without an exponent. */
function plain(x: number): string {
  const text = String(x);
  return text.includes("e") ? x.toFixed(20).replace(/\.?0+$/, "") : text;
}

/** A share of a hundred that was worked out here: eight digits that count, so that thirds do not fill the line. */
const percent = (x: number) => plain(Number(x.toPrecision(8)));

/**
 * Text of a brief that says what the table says: places in the issues' own units, salience and influence on 0..100 (an
 * influence scaled so that the strongest of all is 100). Whose brief it is, what happens without agreement, asks and
 * ladders are for people to add.
 */
export function briefTextOf(table: ForecastTable, wishes: BriefWishes = {}): string {
  const actorIds = partyIds(table.actors.map((actor) => shortened(actor.id)));
  const issueIds = partyIds(
    table.issues.map((issue) => shortened(issue.id)),
    [...actorIds, "data"],
  );
  const strongest = Math.max(...table.issues.flatMap((issue) => issue.rows.map((row) => row.capability)));
  const influence = (capability: number) => percent((capability / strongest) * 100);
  const general = table.actors.map((_, actor) => usual(table, actor));
  const parties = table.actors.map((actor, a) => {
    const own = general[a];
    return `  ${actorIds[a]}: { name: ${writeScalar(actor.name, "flow")}${own === undefined ? "" : `, influence: ${influence(own)}`} }`;
  });
  const source = wishes.source ?? "The imported file of positions";
  const issues = table.issues.flatMap((issue, p) => [
    `  - issue: ${issueIds[p]}`,
    `    name: ${writeScalar(issue.name, "block")}`,
    "    source: data",
    ...(issue.low === 0 && issue.high === 100 ? [] : [`    scale: ${plain(issue.low)}..${plain(issue.high)}`]),
    ...optionLines(issue, actorIds),
    "    positions:",
    ...issue.rows.map((row) => {
      const own = general[row.actor] === row.capability ? "" : `, influence: ${influence(row.capability)}`;
      return `      ${actorIds[row.actor]}: { ideal: ${plain(row.position)}, salience: ${percent(row.salience * 100)}${own} }`;
    }),
  ]);
  return `${[
    "# Made by demarche import. Still to say: whose brief it is (us), what happens without agreement (otherwise), what we ask.",
    "demarche: 1",
    `title: ${writeScalar(wishes.title ?? table.title ?? "Imported positions", "block")}`,
    "sources:",
    `  data: { name: ${writeScalar(source, "flow")} }`,
    "parties:",
    ...parties,
    "agenda:",
    ...issues,
  ].join("\n")}\n`;
}

/** The capability that an actor has most often; undefined where it never has a position. */
function usual(table: ForecastTable, actor: number): number | undefined {
  const counts = new Map<number, number>();
  for (const issue of table.issues)
    for (const row of issue.rows)
      if (row.actor === actor) counts.set(row.capability, (counts.get(row.capability) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** Named places; where the table has none, the two ends, called after the issue. */
function optionLines({ name, options, low, high }: TableIssue, taken: readonly string[]): string[] {
  const ends = endNames({ name, low, high });
  const named =
    options.length > 0
      ? options.map((option) => ({ ...option, id: shortened(option.name) }))
      : [
          { id: "lowest", name: ends[0], at: low },
          { id: "highest", name: ends[1], at: high },
        ];
  const ids = partyIds(
    named.map(({ id }) => id),
    taken,
  );
  return [
    "    options:",
    ...named.map(
      (option, k) => `      ${ids[k]}: { at: ${plain(option.at)}, name: ${writeScalar(option.name, "flow")} }`,
    ),
  ];
}

/** The first words of a meaning, as many as make a name of up to 30 letters. */
function shortened(text: string): string {
  let short = "";
  for (const word of text.split(/\s+/)) {
    if (short !== "" && short.length + word.length >= 30) break;
    short = `${short} ${word}`.trim();
  }
  return short.slice(0, 40);
}
