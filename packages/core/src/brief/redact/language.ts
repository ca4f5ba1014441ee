/** What need-to-know must know of the language: which words hold prose, and which mappings are keyed by names. */

/** A list of words, parted by commas. */
function words(list: string): string[] {
  return list.split(/,\s+/);
}

/** Words whose text is for people; hidden names in it are errors. All other text refers to things. */
export const PROSE_WORDS: ReadonlySet<string> = new Set(
  words(
    `title, marking, name, office, words, modality, because, note, statement, file,
   version, marks, also called, means, watch, adopted, interest, authority, instrument,
   unit, criterion, changed, instead of, objective, points to make, if raised, do not say,
   background, not to be disclosed`,
  ),
);

/** At the head of the brief these are people; deeper down `to` is a set of parties. */
export const PROSE_AT_THE_HEAD: ReadonlySet<string> = new Set(["from", "to"]);

/** Words whose mapping is keyed by names, not by words. */
const NAME_MAPS: ReadonlySet<string> = new Set(
  words(
    `readers, sources, parties, blocs, terms, forums, assumptions, beliefs, goals, links,
   rules, moves, other plans, forecasts, people, passages, options, positions, values,
   audience, discussing, offer, instances, competence, weights, quotas, signals, red lines`,
  ),
);
export function isNameMap(word: string | undefined, above: string | undefined): boolean {
  // `worth` is keyed by parties in a link's table; elsewhere it is a number, and its mapping the long form of one.
  return word !== undefined && (NAME_MAPS.has(word) || (word === "worth" && above === "table"));
}

/** Of the mappings keyed by names: where a scalar alone is prose (`usa: United States`). */
export const PROSE_SHORT_FORM: ReadonlySet<string> = new Set(
  words(`readers, sources, parties, people, forums, terms, goals, passages, red lines`),
);

/** Sections whose names may be used anywhere in the brief. */
export const GLOBAL_NAMES: ReadonlySet<string> = new Set(
  words(
    `sources, parties, blocs, terms, forums, assumptions, beliefs, goals, links, rules,
   moves, other plans, forecasts, people`,
  ),
);

/** Without an entry left, what holds these says nothing any more, or something else: it goes too. */
export const NOTHING_WITHOUT: ReadonlySet<string> = new Set(["offer", "options", "competence", "items", "then"]);

/** Words that hold conditions. */
export const CONDITION_WORDS: ReadonlySet<string> = new Set(["if", "unless", "event", "fact", "ends if"]);
