import { element, join, type Markup, markup, type Piece } from "../svg/markup.ts";

export interface Column {
  readonly head: Piece;
  /** Short name shown beside each cell where the table is set as a list (telephones); default: the head. */
  readonly label?: string;
  /** Figures are set to the right. */
  readonly figures?: boolean;
  /** Share of the width, percent. */
  readonly width?: number;
}
export interface Row {
  /** The first cell heads the row. */
  readonly cells: readonly Piece[];
  readonly id?: string;
}
export interface Table {
  readonly caption: Piece;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** `data`: small figures behind a chart or in an annex; `tight`: short figures, two beside each other on telephones. */
  readonly look?: "data" | "paper" | "tight";
}

/** A table with caption and scopes. Explicit roles keep it a table for screen readers where narrow screens set it as a list. */
export function table({ caption, columns, rows, look = "paper" }: Table): Markup {
  return element(
    "table",
    { class: look },
    element("caption", {}, caption),
    columns.some((column) => column.width !== undefined) &&
      element(
        "colgroup",
        {},
        columns.map((column) =>
          element("col", { style: column.width === undefined ? undefined : `width:${column.width}%` }),
        ),
      ),
    element(
      "thead",
      { role: "rowgroup" },
      element(
        "tr",
        { role: "row" },
        columns.map((column) =>
          element(
            "th",
            { scope: "col", role: "columnheader", class: column.figures ? "figures" : undefined },
            column.head,
          ),
        ),
      ),
    ),
    element(
      "tbody",
      { role: "rowgroup" },
      rows.map((row) => drawRow(columns, row)),
    ),
  );
}

function drawRow(columns: readonly Column[], row: Row): Markup {
  return element(
    "tr",
    { role: "row", id: row.id },
    columns.map((column, i) => {
      const cell = row.cells[i];
      const figures = column.figures ? "figures" : undefined;
      if (i === 0) return element("th", { scope: "row", role: "rowheader", class: figures }, cell ?? "");
      const label = column.label ?? (typeof column.head === "string" ? column.head : undefined);
      // what is blank is left out where the table is set as a list
      const look = [figures, (cell ?? "–") === "–" ? "blank" : undefined]
        .filter((name) => name !== undefined)
        .join(" ");
      const attributes = { role: "cell", class: look === "" ? undefined : look, "data-label": label };
      return element("td", attributes, element("div", {}, cell ?? "–"));
    }),
  );
}

/** Terms and what they say, one under the other; entries without text are left out. */
export function definitions(entries: readonly (readonly [string, Piece | undefined])[], look = "facts"): Markup {
  const given = entries.filter(([, text]) => text !== undefined && text !== false && text !== "");
  return element(
    "dl",
    { class: look },
    given.map(([term, text]) => markup`<div><dt>${term}</dt><dd>${text}</dd></div>`),
  );
}

export function bullets(items: readonly Piece[]): Markup {
  return items.length === 0
    ? join([])
    : element(
        "ul",
        {},
        items.map((item) => element("li", {}, item)),
      );
}

/** What only an analyst needs: closed until asked for; what the reader has opened is printed. */
export function annex(summary: string, ...body: readonly Piece[]): Markup {
  return element("details", {}, element("summary", {}, summary), ...body);
}
