/** The look of an exported page: quiet, readable, and printed as it is read. */
export const HTML_STYLE = `
:root{color-scheme:light dark;--ink:#1b2a2f;--paper:#fffdf9;--soft:#55636a;--line:#c9d0ce;--shade:#f3f5f4;--accent:#17534f}
@media (prefers-color-scheme:dark){:root{--ink:#e6eae8;--paper:#14191a;--soft:#a6b1b0;--line:#3b4645;--shade:#1e2526;--accent:#7fc4be}}
@media print{:root{--ink:#000;--paper:#fff;--soft:#444;--line:#999;--shade:#f3f3f3;--accent:#000}}
body{margin:0;background:var(--paper);color:var(--ink);font:1.1rem/1.6 "Source Serif 4",Cambria,Georgia,serif}
main{max-width:42rem;margin:0 auto;padding:3rem 1.25rem}
h1,h2,h3,h4,h5,h6,th,figcaption,.line,.callout-label,.contents{font-family:Inter,Calibri,system-ui,sans-serif}
h1,h2,h3,h4,h5,h6{line-height:1.25;margin:2em 0 .6em;break-after:avoid}
h1{margin-top:0;color:var(--accent)}
.line,figcaption{color:var(--soft);font-size:.9rem}
.line{margin:.2em 0}
nav{margin:2rem 0}.contents{font-weight:700}
header+nav~section{border-top:1px solid var(--line);margin-top:3rem}
a{color:var(--accent)}
img{max-width:100%;height:auto}
figure{margin:1.5em 0;break-inside:avoid}
blockquote{margin:1em 0;padding-inline-start:1.25em;border-inline-start:3px solid var(--line)}
.callout{margin:1.25em 0;padding:.75em 1.1em;background:var(--shade);border:1px solid var(--line);border-inline-start:4px solid var(--accent)}
.callout>:last-child{margin-bottom:0}.callout-label{margin:0 0 .3em;font-weight:700;color:var(--accent)}
.table-box{overflow-x:auto;margin:1.25em 0}
table{border-collapse:collapse;width:100%;font-size:.95rem}
th,td{border:1px solid var(--line);padding:.4em .6em;text-align:start;vertical-align:top}
th{background:var(--shade)}td>p,th>p{margin:0}
pre{overflow-x:auto;padding:.8em 1em;background:var(--shade)}
code{font-family:Consolas,"DejaVu Sans Mono",monospace;font-size:.9em}
ul.tasks{list-style:none;padding-inline-start:0}ul.tasks>li{display:flex;gap:.6em}ul.tasks p{margin:0}
li>p{margin:.2em 0}
hr{border:0;border-top:1px solid var(--line);margin:2em 0}
.missing-image{font-style:italic;color:var(--soft)}
.note-mark{line-height:0}
.footnotes{margin-top:2.5rem;border-top:1px solid var(--line);font-size:.9rem}
@media print{main{max-width:none;padding:0}header+nav~section{break-before:page;border:0}}
`.trim();
