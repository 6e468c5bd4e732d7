// A report on paper: no controls, a page for each KPI, nothing cut in two, colours as on a light screen.

export const PAPER_STYLE = `
@media print{
@page{size:A4;margin:15mm 14mm}
html{scroll-behavior:auto}
body{background:#fff;font-size:9.5pt;line-height:1.4;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.contents,.skip,#theme,.filters,summary{display:none}
.frame{display:block}
main{padding:0;max-width:none}
main>section{margin-top:0;break-before:page}
main>section:first-of-type{break-before:auto;margin-top:18pt}
.kpi{break-before:page;border:0;padding:0;margin:0;border-radius:0}
.kpis>h2{display:none}
.kpis>h2+.kpi{break-before:auto}
.columns{grid-template-columns:minmax(0,1fr) 200pt;gap:0 20pt}
h2,h3,h4{break-after:avoid}
tr,li,figure,.formula,.entry,.incentive,.facts>div{break-inside:avoid}
table{font-size:8.5pt}
th,td{padding:2pt 8pt 2pt 0}
.badge{font-size:8.5pt;line-height:12pt}
h4{margin:10pt 0 4pt;padding-bottom:2pt;font-size:9.5pt}
thead th,.scorecard .goal>*,.history figcaption,.formula-head{font-size:8.5pt}
.breakdowns{grid-template-columns:repeat(auto-fit,minmax(135pt,1fr));gap:0 16pt}
.bars th,.bars td{padding:1pt 6pt 1pt 0}
.words,.description,.pairs>div,.playbook>div,.plain li,.tree p,.tree .leaf,.entry,.legend{font-size:9pt}
.facts{gap:6pt 14pt}
.facts dt,.pairs dt,.words dt{font-size:8.5pt}
.words{columns:3;column-gap:20pt}
.history{margin-top:10pt}
.chart.wide{max-height:150pt}
.scorecard th,.scorecard td{padding:4pt 6pt}
.kpi-row th{min-width:0}
.spark{width:72px}
details::details-content{content-visibility:visible;display:block;height:auto}
.scroll{overflow:visible}
a{color:inherit;text-decoration:none!important}
h1{font-size:24pt}
.big{font-size:22pt}
}
`;
