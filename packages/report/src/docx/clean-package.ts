import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate";

/** Parts that say who, with what and when, or that nothing refers to. */
const dropped = new Set([
  "docProps/app.xml",
  "docProps/custom.xml",
  "word/comments.xml",
  "word/_rels/comments.xml.rels",
]);

/** Escapes a text for the inside of an XML element. */
function escapeXml(text: string): string {
  return text.replace(/&/gu, "&amp;").replace(/</gu, "&lt;").replace(/>/gu, "&gt;");
}

/** Core properties with a title and a language: no creator, no editor, no revision, no times. */
function coreProperties(title: string): string {
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">' +
    `<dc:title>${escapeXml(title)}</dc:title><dc:language>en-GB</dc:language></cp:coreProperties>`
  );
}

/** Takes every mention of a dropped part out of a list of parts or relations. */
function withoutDropped(xml: string): string {
  return xml.replace(/<(?:Override|Relationship)\b[^>]*\/>/gu, (entry) =>
    [...dropped].some(
      (part) =>
        entry.includes(`"/${part}"`) ||
        entry.includes(`"${part}"`) ||
        entry.includes(`"${part.replace(/^word\//u, "")}"`),
    )
      ? ""
      : entry,
  );
}

/** Order in which the parts are written: the list of contents first, as readers expect, then by name. */
function byPlace(a: string, b: string): number {
  const rank = (name: string): string =>
    name === "[Content_Types].xml" ? "0" : name === "_rels/.rels" ? "1" : `2${name}`;
  return rank(a) < rank(b) ? -1 : 1;
}

/**
 * Rewrites a DOCX package so that equal papers are equal bytes and nothing but the paper is in it:
 * fixed order and entry times, no creator, editor, times, revision marks or random ids.
 */
export function cleanPackage(bytes: Uint8Array, title: string): Uint8Array {
  const parts = unzipSync(bytes);
  const clean: Zippable = {};
  for (const name of Object.keys(parts).toSorted(byPlace)) {
    if (dropped.has(name)) continue;
    const text = name === "docProps/core.xml" ? coreProperties(title) : strFromU8(parts[name]!);
    const listed = name === "[Content_Types].xml" || name.endsWith(".rels") ? withoutDropped(text) : text;
    const unmarked = listed.replace(/ w:rsid\w*="[^"]*"/gu, "").replace(/ w14:(?:paraId|textId)="[^"]*"/gu, "");
    // the time is read in local time, as zip entries hold no zone: the earliest that they can hold
    clean[name] = [strToU8(unmarked), { mtime: "1980-01-01T00:00:00", level: 6 }];
  }
  return zipSync(clean);
}
