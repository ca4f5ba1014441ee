/** Files of whatever known format → a package domain, or what is wrong with them and where. */
import type { Diagnostic } from "../../brief/diagnostic.ts";
import type { PackageDomain } from "../domain.ts";
import { type GeniusFile, type GeniusSemantics, isGenius, isGeniusProfile, readGenius } from "./genius.ts";
import { isGeniusWebDomain, isGeniusWebProfile, type NodeFile, readGeniusWeb } from "./geniusweb.ts";
import { isNegmasDomain, isNegmasUtility, readNegmas } from "./negmas.ts";
import { createProblems, type SourceText } from "./problems.ts";
import { readJson } from "./read-json.ts";
import { readXml } from "./read-xml.ts";
import { readYaml } from "./read-yaml.ts";
import { readUtilityTable } from "./utility-table.ts";

export interface ReadDomain {
  readonly domain: PackageDomain;
  readonly format: "utility-table" | "genius" | "geniusweb" | "negmas";
  /** What was taken how; printed with the results. */
  readonly conventions: readonly string[];
}

/** `files` in the order in which parties are to be listed; files that belong to no format are passed over in folders. */
export function readDomain(
  files: readonly SourceText[],
  semantics: GeniusSemantics = "genius",
): ReadDomain | { readonly diagnostics: readonly Diagnostic[] } {
  const problems = createProblems();
  const inFolder = files.length > 1;
  const xml: GeniusFile[] = [];
  const trees: NodeFile[] = [];
  const skipped: string[] = [];
  for (const source of files) {
    const text = source.text.replace(/^\ufeff/, "").trimStart();
    if (text === "")
      problems.add("empty-file", source, 0, "The file is empty.", "Expected a domain with its parties' utilities.");
    else if (text.startsWith("<")) {
      const root = readXml(source, problems);
      if (root && isGenius(root)) xml.push({ source, root });
      else if (root) {
        if (inFolder) skipped.push(source.file);
        else
          problems.add(
            "unknown-format",
            source,
            root.at,
            `The root element is <${root.name}>.`,
            "Expected a GENIUS utility_space or negotiation_template.",
          );
      }
    } else if (/\.ya?ml$/i.test(source.file)) {
      const root = readYaml(source, problems);
      if (root) trees.push({ source, root });
    } else if (/\.json$/i.test(source.file) || text.startsWith("{")) {
      const root = readJson(source, problems);
      if (root) trees.push({ source, root });
    } else if (inFolder) skipped.push(source.file);
    else
      problems.add(
        "unknown-format",
        source,
        0,
        "This is neither JSON, YAML nor XML.",
        "See docs/guide/packages-data.md for what can be read.",
      );
  }
  const fail = () => ({ diagnostics: problems.list });
  if (problems.list.length > 0) return fail();
  const [first] = files;
  if (!first) return fail();
  const passedOver = skipped.length > 0 ? [`Passed over, being no part of the domain: ${skipped.join(", ")}.`] : [];

  if (xml.some(({ root }) => isGeniusProfile(root)) || xml.length > 0) {
    const domain = readGenius(xml, semantics, problems);
    if (!domain) return fail();
    return { domain, format: "genius", conventions: [...geniusConventions(semantics), ...passedOver] };
  }
  if (trees.some(({ root }) => isGeniusWebProfile(root))) {
    const domain = readGeniusWeb(
      trees.filter(({ root }) => isGeniusWebProfile(root) || isGeniusWebDomain(root)),
      problems,
    );
    if (!domain) return fail();
    return {
      domain,
      format: "geniusweb",
      conventions: [
        "GeniusWeb: weight × utility; a party's reservation value is the utility of its reservationBid; without one it accepts everything.",
        ...passedOver,
      ],
    };
  }
  if (trees.some(({ root }) => isNegmasDomain(root))) {
    const domain = readNegmas(
      trees.filter(({ root }) => isNegmasDomain(root) || isNegmasUtility(root)),
      problems,
    );
    if (!domain) return fail();
    return {
      domain,
      format: "negmas",
      conventions: [
        "NegMAS: weight × value; reserved_value as given; without one (or −infinity) a party accepts everything.",
        ...passedOver,
      ],
    };
  }
  const tables = trees.filter(
    ({ root }) => root.kind === "object" && root.entries.some(({ key }) => key === "issues" || key === "parties"),
  );
  const [table, second] = tables.length > 0 ? tables : trees;
  if (!table) {
    problems.add(
      "unknown-format",
      first,
      0,
      "No file here gives a domain.",
      "See docs/guide/packages-data.md for what can be read.",
    );
    return fail();
  }
  if (second) {
    problems.add(
      "two-domains",
      second.source,
      second.root.at,
      `${table.source.file} gives a domain already.`,
      "Name one of the files.",
    );
    return fail();
  }
  const domain = readUtilityTable(table.source, table.root, problems);
  if (!domain) return fail();
  return {
    domain,
    format: "utility-table",
    conventions: [
      "Utility table: values and link tables add up; a party without noAgreement accepts everything.",
      ...passedOver,
    ],
  };
}

function geniusConventions(semantics: GeniusSemantics): string[] {
  return [
    semantics === "genius"
      ? "GENIUS semantics: weight × evaluation / the issue's greatest evaluation; hyper-rectangles over maxutility."
      : "Raw semantics: weight × evaluation; hyper-rectangles as they stand.",
    "A profile's reservation value is taken as it stands; without one it is 0, as on the platform.",
  ];
}
