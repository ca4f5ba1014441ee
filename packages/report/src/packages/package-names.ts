/** How people call parties, issues and options; ids where a name is not known. */
export interface PackageNames {
  party(id: string): string;
  /** As it stands in a sentence: "the terminal". */
  inProse?(id: string): string;
  issue(id: string): string;
  option(issue: string, option: string): string;
}
export const plainNames: PackageNames = { party: (id) => id, issue: (id) => id, option: (_, option) => option };

export const inProse = (names: PackageNames, id: string): string => names.inProse?.(id) ?? names.party(id);
