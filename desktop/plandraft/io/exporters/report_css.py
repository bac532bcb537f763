"""The look of the HTML report: screen, dark screen and A4 paper."""

from __future__ import annotations

# Colours by Okabe and Ito, told apart by colour-blind eyes; each class also has its own line or
# frame, so that a grey print still reads.
CSS = """
:root {
  color-scheme: light dark;
  --paper: #ffffff; --ink: #1b1b1b; --quiet: #5a5a5a; --rule: #d0d0d0; --head: #f4f4f2;
  --identical: #0072b224; --edited: #e69f002e; --reordered: #cc79a72e;
  --identical-edge: #0072b2; --edited-edge: #b87900; --reordered-edge: #a8578a;
  --name: #d55e00; --wording: #e69f0066; --moved: #cc79a766; --link: #005a8c;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #1c1d1f; --ink: #e8e6e1; --quiet: #a9a7a2; --rule: #46484b; --head: #26282b;
    --identical: #0072b242; --edited: #e69f0047; --reordered: #cc79a747;
    --identical-edge: #56a8dc; --edited-edge: #e6a93a; --reordered-edge: #dd94bd;
    --name: #ff9a4d; --wording: #e69f0080; --moved: #cc79a780; --link: #7dc0ea;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 24px; max-width: 1200px; background: var(--paper); color: var(--ink);
  font: 16px/1.7 "Microsoft YaHei UI", "Noto Sans CJK SC", "PingFang SC", sans-serif;
}
h1 { font-size: 26px; line-height: 1.35; margin: 0 0 16px; }
h2 { font-size: 20px; margin: 32px 0 8px; }
h3 { font-size: 16px; margin: 0; }
a { color: var(--link); }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid var(--rule); padding: 4px 8px; text-align: left; vertical-align: top; }
thead th, .kind { white-space: nowrap; }
thead th, .head th { background: var(--head); font-weight: 600; }
.head th { width: 8em; white-space: nowrap; }
.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.legend { display: flex; flex-wrap: wrap; gap: 8px 20px; padding: 0; margin: 8px 0; }
.legend li { list-style: none; }
.swatch { padding: 0 8px; }
.passage { margin: 0 0 24px; border: 1px solid var(--rule); }
.bar {
  display: flex; flex-wrap: wrap; gap: 4px 16px; align-items: baseline; padding: 6px 12px;
  background: var(--head); border-bottom: 1px solid var(--rule);
}
.bar span { color: var(--quiet); }
.sides { display: grid; grid-template-columns: 1fr 1fr; }
.side { padding: 8px 12px; min-width: 0; overflow-wrap: anywhere; }
.side + .side { border-left: 1px solid var(--rule); }
.where { color: var(--quiet); font-size: 14px; margin: 0 0 4px; }
.side p.text {
  margin: 0; text-indent: 2em;
  font-family: SimSun, "Noto Serif CJK SC", "Songti SC", serif;
}
.identical { background: var(--identical); border-left: 4px solid var(--identical-edge); }
.edited { background: var(--edited); border-left: 4px dashed var(--edited-edge); }
.reordered { background: var(--reordered); border-left: 4px dotted var(--reordered-edge); }
.text.identical, .text.edited, .text.reordered { padding: 0 8px; }
mark { background: none; color: inherit; text-underline-offset: 3px; }
mark.place, mark.organ {
  font-weight: 700; text-decoration: underline 2px solid var(--name);
}
mark.number, mark.period { font-weight: 700; text-decoration: underline 2px double var(--name); }
mark.substitute { text-decoration: underline 1px solid var(--quiet); }
mark.punctuation { outline: 1px dotted var(--ink); }
mark.wording { background: var(--wording); text-decoration: underline 1px dashed var(--ink); }
mark.moved { background: var(--moved); border-bottom: 2px dotted var(--reordered-edge); }
mark.only { border: 1px solid var(--ink); border-radius: 2px; }
@media (max-width: 640px) {
  .sides { grid-template-columns: 1fr; }
  .side + .side { border-left: 0; border-top: 1px solid var(--rule); }
}
@page { size: A4; margin: 16mm 14mm; }
@media print {
  :root {
    --paper: #ffffff; --ink: #000000; --quiet: #444444; --rule: #999999; --head: #f0f0f0;
    --identical: #0072b224; --edited: #e69f002e; --reordered: #cc79a72e;
    --identical-edge: #0072b2; --edited-edge: #b87900; --reordered-edge: #a8578a;
    --name: #d55e00; --wording: #e69f0066; --moved: #cc79a766; --link: #000000;
  }
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  body { padding: 0 1px; max-width: none; font-size: 10.5pt; line-height: 1.55; }
  h1 { font-size: 18pt; } h2 { font-size: 14pt; } h3 { font-size: 10.5pt; }
  .where, table { font-size: 9pt; }
  th, td { padding: 2px 6px; }
  a { text-decoration: none; }
  .short, tr { break-inside: avoid; }
  .bar, h2 { break-after: avoid; }
}
"""
