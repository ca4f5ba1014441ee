import { chartRules, colourVariables } from "../svg/ink.ts";

/** Text as a CSS string, whatever stands in it: every character that is not a plain letter or figure is written as its code point. */
export function cssString(text: string): string {
  const escaped = [...text]
    .map((character) =>
      /[A-Za-z0-9 ]/u.test(character) ? character : `\\${(character.codePointAt(0) ?? 0xfffd).toString(16)} `,
    )
    .join("");
  return `"${escaped}"`;
}

const serif = "Charter,'Bitstream Charter','Sitka Text',Cambria,Georgia,'Liberation Serif','Times New Roman',serif";
const sans = "Arial,Helvetica,'Liberation Sans',sans-serif";

const screen = `
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.55 ${serif};text-rendering:optimizeLegibility;overflow-wrap:break-word}
.sheet{max-width:62rem;margin:0 auto;padding:1.5rem 2rem 3rem}
p,ul,ol,blockquote{max-width:43rem}
p{margin:.6rem 0}
a{color:var(--ours);text-decoration-thickness:.06em;text-underline-offset:.15em}
a:focus-visible,summary:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--ours);outline-offset:2px;border-radius:2px}
.skip{position:absolute;left:-100vw;top:0;padding:.6rem 1rem;background:var(--ink);color:var(--paper);z-index:1}
.skip:focus{left:0}
.marking{max-width:none;text-align:center;letter-spacing:.18em;text-transform:uppercase;font-size:.9rem;font-weight:bold;color:var(--red);margin:.25rem 0}
header.head{border-bottom:3px double var(--axis);padding-bottom:1.1rem;margin-bottom:1.6rem}
.kind{font-variant-caps:all-small-caps;letter-spacing:.08em;color:var(--muted);margin:1.4rem 0 .2rem;max-width:none;font-size:1.05rem}
h1{font-size:2.05rem;line-height:1.2;font-weight:normal;margin:0 0 1.1rem;max-width:44rem;text-wrap:balance}
h2{font-size:1.45rem;line-height:1.25;font-weight:normal;margin:3rem 0 .8rem;padding-top:.7rem;border-top:1px solid var(--axis)}
h3{font-size:1.17rem;line-height:1.3;margin:2.4rem 0 .6rem}
h4{font-size:1rem;font-style:italic;font-weight:normal;color:var(--muted);margin:1.1rem 0 .2rem}
.count{color:var(--muted);font-variant-numeric:lining-nums tabular-nums;margin-right:.6em;font-weight:normal}
h2 .count{display:inline-block;min-width:1.6em}
dl{margin:.4rem 0}
.address>div,.facts>div{display:grid;grid-template-columns:8.5rem 1fr;gap:0 1rem;padding:.12rem 0}
.facts{font-size:.95rem;border-left:2px solid var(--line);padding-left:1rem;margin:.7rem 0 1.1rem;max-width:46rem}
dt{color:var(--muted)}
dd{margin:0}
dd ul{margin:0;padding-left:1.1rem}
.summary{background:var(--wash);border:1px solid var(--line);padding:.4rem 1.5rem 1rem;margin:1.5rem 0}
.summary h2{border:0;margin:1rem 0 .3rem;padding:0;font-size:1.25rem}
.summary p,.summary ol{max-width:none}
.summary li{margin:.5rem 0}
nav.contents{margin:1.8rem 0}
nav.contents h2{border:0;margin:0 0 .5rem;padding:0;font-size:1.15rem}
nav.contents>ol{columns:2;column-gap:3rem;list-style:none;padding:0;margin:0;max-width:none}
nav.contents>ol>li{break-inside:avoid;padding:.12rem 0}
nav.contents a{display:inline-block;padding:.1rem 0}
blockquote{margin:.7rem 0;padding-left:1rem;border-left:2px solid var(--axis);font-style:italic}
blockquote p{margin:.2rem 0}
ul,ol{padding-left:1.3rem;margin:.4rem 0}
li{margin:.2rem 0}
.matters{padding-left:1.5rem;max-width:47rem}
.matters li{margin:.9rem 0}
.matters p{margin:.15rem 0}
.places,.place,.why,.quiet{color:var(--muted);font-size:.88rem}
.place,.why{line-height:1.4;margin-top:.15rem}
.red{color:var(--red)}
sup.note{font-size:.68em;line-height:0;vertical-align:super;margin-left:.05em;font-style:normal;font-weight:normal}
sup.note a{text-decoration:none;padding:.25em .05em}
sup.note a:hover{text-decoration:underline}
code{font-family:ui-monospace,Menlo,Consolas,'Liberation Mono',monospace;font-size:.85em;overflow-wrap:anywhere}
pre.brief{background:var(--wash);border:1px solid var(--line);padding:.7rem 1rem;margin:.7rem 0 1.2rem;overflow-x:auto;max-width:100%;line-height:1.45}
pre.brief code{overflow-wrap:normal}
table{border-collapse:collapse;width:100%;font-size:.93rem;line-height:1.4;margin:1rem 0 1.4rem;border-bottom:1px solid var(--axis);font-variant-numeric:lining-nums tabular-nums}
caption{text-align:left;color:var(--muted);font-size:.92rem;padding:.2rem 0 .45rem;max-width:52rem}
th,td{text-align:left;vertical-align:top;padding:.5rem .9rem .5rem 0;font-weight:normal}
th:last-child,td:last-child{padding-right:0}
thead th{border-top:1px solid var(--axis);border-bottom:1px solid var(--axis);color:var(--muted);font-size:.88rem;line-height:1.3;vertical-align:bottom}
tbody tr+tr>*{border-top:1px solid var(--line)}
tbody tr:target>*{background:var(--wash)}
table ul{margin:0;padding-left:1rem}
table li{margin:0 0 .15rem}
.figures{text-align:right}
td.figures{white-space:nowrap}
table.data{font-size:.86rem}
table.data th,table.data td{padding:.3rem .8rem .3rem 0}
.number{color:var(--muted);font-variant-numeric:lining-nums tabular-nums}
.chance strong,.together{white-space:nowrap}
.chance.cell{display:inline-block}
.chance.cell strong{font-size:1.06em}
.chance.cell .word{display:block;line-height:1.25}
.chance.cell .range{display:block;color:var(--muted);font-size:.88em;line-height:1.3;white-space:nowrap}
.rung+.rung{margin-top:.4rem}
.rung .chance.cell .word,.rung .chance.cell .range{display:inline}
.chance.line{display:inline-block}
.chance.line .word{display:inline}
.option{margin-bottom:.1rem}
.wording{font-style:italic;margin-top:.2rem}
.sign{display:inline-block;min-width:1.15em;height:1.15em;line-height:1.1em;border:1px solid var(--axis);border-radius:50%;text-align:center;font:.72rem/1.15rem ${sans};vertical-align:.1em}
th .chart{display:block;margin-top:.45rem;max-width:100%}
figure{margin:1.4rem 0}
figcaption{color:var(--muted);font-size:.92rem;line-height:1.45;max-width:46rem;margin-top:.5rem}
figure .narrow{display:none}
.chart{max-width:100%;height:auto}
.legend{display:flex;flex-wrap:wrap;gap:.15rem 1.1rem;margin-top:.35rem}
.legend .entry{display:inline-flex;align-items:center;gap:.4rem;white-space:nowrap;font-size:.9rem}
details{margin:.6rem 0;max-width:100%}
summary{cursor:pointer;padding:.25rem 0;color:var(--ours);font-size:.95rem;width:fit-content}
summary::marker{color:var(--muted)}
details[open]>summary{margin-bottom:.3rem}
.annexes{margin-top:1rem}
.annexes details{margin:.15rem 0}
.notes{font-size:.9rem;max-width:none;columns:2;column-gap:3rem;padding-left:2.2rem}
.notes li{break-inside:avoid;overflow-wrap:anywhere}
.notes a.back{text-decoration:none;display:inline-block;padding:0 .4em}
footer{border-top:3px double var(--axis);margin-top:3rem;padding-top:1rem}
`;

const telephone = `
@media (max-width:46rem){
body{font-size:1rem}
.sheet{padding:1rem 1.1rem 2rem}
h1{font-size:1.6rem}
h2{font-size:1.3rem;margin-top:2.3rem}
.summary{padding:.2rem 1rem .7rem;margin-inline:-.4rem}
nav.contents>ol,.notes{columns:1}
nav.contents a{padding:.35rem 0}
.address>div,.facts>div{grid-template-columns:6.6rem minmax(0,1fr);gap:0 .8rem}
.facts{padding-left:.8rem}
.chance.cell .word,.chance.cell .range{display:inline}
figure .wide{display:none}
figure .narrow{display:block}
.legend{display:grid;gap:.25rem}
.legend .entry{white-space:normal}
table{table-layout:fixed}
tbody{display:block;width:100%}
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
colgroup{display:none}
tr{display:block;padding:.7rem 0}
tbody tr+tr{border-top:1px solid var(--axis)}
tbody tr+tr>*{border-top:0}
tbody th{display:block;padding:0 0 .3rem;font-weight:bold;text-align:left}
tbody th .place,tbody th .why{font-weight:normal}
tbody td,table.data th,table.data td{padding:.2rem 0}
tbody td{display:grid;grid-template-columns:7.2rem minmax(0,1fr);gap:.1rem .8rem}
tbody td.blank{display:none}
tbody td.figures{text-align:left;white-space:normal}
table.tight tbody tr{display:grid;grid-template-columns:1fr 1fr;column-gap:1.4rem;padding:.45rem 0}
table.tight tbody th{grid-column:1/-1;padding:0 0 .1rem}
table.tight tbody td{grid-template-columns:minmax(0,1fr) auto;padding:.1rem 0}
tbody td::before{content:attr(data-label);color:var(--muted);font-size:.85rem;line-height:1.3;padding-top:.12rem}
}
`;

/** The marking stands in the margins of each page; the page number apart from it, so that neither reads as part of the other. */
function pageMargins(marking: string): string {
  const text = marking === "" ? "" : cssString(marking.toUpperCase());
  const box = (place: string) =>
    text === "" ? "" : `@${place}{content:${text};font:bold 9pt ${sans};letter-spacing:.15em;color:#9b1c2e}`;
  return `@page{size:A4;margin:22mm 20mm 20mm;${box("top-center")}${box("bottom-center")}@bottom-right{content:counter(page);font:9pt ${sans}}}`;
}

const paper = `
@media print{
:root{color-scheme:light;${colourVariables("light")};--paper:#fff}
html{font-size:9.6pt}
body{font-size:1.03rem;line-height:1.42}
.sheet{max-width:none;padding:0}
.skip,.notes a.back,details:not([open]),.more{display:none}
summary{list-style:none;color:var(--muted)}
a{color:inherit;text-decoration:none}
h1{font-size:2rem}
h2{font-size:1.45rem;margin-top:2.2rem}
h3{margin-top:1.6rem}
h2,h3,h4,caption,thead,summary{break-after:avoid}
pre.brief{white-space:pre-wrap;break-before:avoid}
figure,tr,.summary,blockquote,.facts,nav.contents,.matters li{break-inside:avoid}
nav.contents>ol>li{padding:0}
thead{display:table-header-group}
figure .wide{display:block}
.chart{max-height:212mm}
figure .narrow{display:none}
table{font-size:.9rem}
table.data{font-size:.82rem}
.notes{font-size:.8rem}
p,li{orphans:3;widows:3}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
}
`;

/** The one style sheet of the report. `marking` is printed on each page. */
export function styleSheet(marking: string): string {
  return `:root{color-scheme:light dark;${colourVariables("light")}}
@media (prefers-color-scheme:dark){:root{${colourVariables("dark")}}}${screen}${telephone}${pageMargins(marking)}${paper}${chartRules}`;
}
