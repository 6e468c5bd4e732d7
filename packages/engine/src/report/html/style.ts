// The style sheet of a report: one column of text and tables, a list of contents beside it, on paper a page for each KPI.
import { STATUSES } from '@sextant/parser';
import { colourVariables, DARK, LIGHT } from './colours.js';
import { CHART_STYLE } from './style-charts.js';
import { PAPER_STYLE } from './style-paper.js';

const STATUS_STYLE = STATUSES.map(
  (status) =>
    `.badge.${status}{color:var(--${status}-ink);background:var(--${status}-ground)}.count-list .${status} .icon,.mark.${status}{color:var(--${status}-ink)}`,
).join('\n');

export const STYLE = `
:root{${colourVariables(LIGHT)};color-scheme:light}
@media screen{:root[data-theme=dark]{${colourVariables(DARK)};color-scheme:dark}}
@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){${colourVariables(DARK)};color-scheme:dark}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:24px}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.5 "Inter","Segoe UI",-apple-system,BlinkMacSystemFont,"Helvetica Neue",Roboto,"Noto Sans","Liberation Sans",Arial,sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:break-word}
h1,h2,h3,h4,p,ul,dl,dd,figure,pre{margin:0;padding:0}
h1{font-size:32px;line-height:1.15;letter-spacing:-.015em;font-weight:650}
h2{font-size:22px;line-height:1.25;letter-spacing:-.01em;font-weight:650;margin-bottom:18px}
h3{font-size:20px;line-height:1.3;letter-spacing:-.008em;font-weight:640}
h4{font-size:13px;line-height:1.4;font-weight:650;color:var(--ink);margin:26px 0 8px;padding-bottom:5px;border-bottom:1px solid var(--line)}
a{color:var(--accent);text-decoration:none}
a:hover{text-decoration:underline}
p a,li a,.eyebrow a{text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:2px}
:focus-visible{outline:2px solid var(--focus);outline-offset:2px;border-radius:2px}
code,pre{font:13px/1.5 ui-monospace,"SF Mono","Cascadia Mono",Menlo,Consolas,"Liberation Mono",monospace}
.hidden{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:12px;top:-60px;background:var(--card);padding:8px 14px;z-index:2}
.skip:focus{top:12px}
.soft,.unit,.none,.place,.eyebrow,.figure-label{color:var(--soft)}
.unit{font-size:.87em}
.num{white-space:nowrap}
.rounded{text-decoration:underline dotted var(--soft);text-decoration-thickness:1px;text-underline-offset:3px}
.eyebrow,.figure-label{font-size:13px}
.frame{display:grid;grid-template-columns:224px minmax(0,1fr);max-width:1460px;margin:0 auto}
.contents{position:sticky;top:0;align-self:start;max-height:100vh;overflow:auto;padding:36px 8px 36px 28px;font-size:13.5px}
.contents ul{list-style:none}
.contents a{text-decoration:none}
.contents li{margin:2px 0}
.contents>ul>li{margin-bottom:8px}
.contents>ul>li>a{font-weight:600;color:var(--ink)}
.contents ul ul{margin:2px 0 8px}
.contents ul ul a{display:flex;gap:8px;align-items:baseline;color:var(--soft);padding:1px 0}
.contents ul ul a:hover{color:var(--ink)}
.contents .icon{flex:none;position:relative;top:2px;width:11px;height:11px}
main{padding:36px 36px 64px;min-width:0;max-width:1200px}
main>section{margin-top:56px}
.masthead{display:flex;justify-content:space-between;align-items:flex-start;gap:24px}
.masthead h1{margin:2px 0 6px}
.as-of{color:var(--soft)}
button,input,select{font:inherit;color:inherit;background:var(--card);border:1px solid var(--line);border-radius:6px;padding:5px 10px}
input,select{border-color:var(--soft)}
button{cursor:pointer;white-space:nowrap}
button:hover{border-color:var(--soft)}
.summary{display:flex;flex-wrap:wrap;gap:16px;margin:28px 0 0}
.root-goal,.counts{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:16px 20px 18px;flex:1 1 260px}
.counts{flex:2 1 380px}
.big{font-size:32px;line-height:1.2;font-weight:600;letter-spacing:-.015em;margin:2px 0 6px}
.big .unit{font-size:17px;font-weight:400;letter-spacing:0}
.big .none{font-size:24px}
.count-list{list-style:none;display:flex;flex-wrap:wrap;gap:8px 26px;margin-top:10px}
.count-list li{display:flex;align-items:baseline;gap:7px}
.count-list strong{font-size:22px;font-weight:600}
.count-list .icon{position:relative;top:1px}
.badge{display:inline-flex;align-items:center;gap:6px;padding:1px 9px 1px 7px;border-radius:20px;font-size:13px;line-height:20px;font-weight:550;white-space:nowrap}
.icon{flex:none}
.filters{display:flex;flex-wrap:wrap;gap:10px 18px;align-items:center;margin:24px 0 0}
.filters[hidden]{display:none}
.filters label{font-size:13.5px;color:var(--soft)}
.filters input,.filters select{margin-left:6px;color:var(--ink)}
.filters p{font-size:13.5px;color:var(--soft)}
table{border-collapse:collapse;width:100%;font-size:14px}
th,td{text-align:left;padding:7px 12px 7px 0;border-bottom:1px solid var(--line);vertical-align:baseline;font-weight:400}
th:last-child,td:last-child{padding-right:0}
thead th{color:var(--soft);font-size:13px;font-weight:500;vertical-align:bottom}
.number{text-align:right;white-space:nowrap}
.scorecard-section{container:board/inline-size}
.scorecard{margin-top:18px;background:var(--card);border:1px solid var(--line);border-radius:8px;border-collapse:separate;border-spacing:0;overflow:hidden}
.scorecard th,.scorecard td{padding:9px 12px;vertical-align:middle}
.scorecard tbody:last-child tr:last-child>*{border-bottom:0}
.scorecard .goal>*{background:color-mix(in srgb,var(--paper) 72%,var(--card));font-size:13.5px}
.scorecard .goal th{font-weight:650}
.scorecard .goal a{color:var(--ink)}
.scorecard thead th:nth-child(3),.scorecard thead th:nth-child(4){text-align:right}
.scorecard .score{text-align:right;color:var(--soft)}
.kpi-row th{min-width:176px}
.kpi-row th a{font-weight:550}
.kpi-row[hidden],tbody[hidden]{display:none}
.scorecard .kpi-row td.number{font-weight:550;white-space:nowrap}
.scorecard .kpi-row td.number .soft,.scorecard .kpi-row td.number .unit,.scorecard .kpi-row td.number:nth-child(4){font-weight:400}
.trend{white-space:nowrap}
.scorecard .spark{vertical-align:middle;margin-right:8px}
.trend-text{white-space:nowrap}
.arrow{margin-right:4px;fill:currentColor}
.improving{color:var(--on_track-ink)}
.worsening{color:var(--off_track-ink)}
.period{white-space:nowrap}
.scorecard .depth-1 th,th.depth-1{padding-left:28px}
.scorecard .depth-2 th,th.depth-2{padding-left:42px}
.scorecard .depth-3 th,th.depth-3{padding-left:56px}
.scorecard .depth-4 th,th.depth-4{padding-left:70px}
.kpi{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:24px 28px 28px;margin-top:22px}
.kpi-head{display:flex;flex-wrap:wrap;align-items:center;gap:4px 12px}
.kpi-head .eyebrow{flex-basis:100%}
.question{color:var(--soft);margin-top:2px}
.columns{display:grid;grid-template-columns:minmax(0,1fr) 300px;gap:0 36px}
.now{margin-top:14px}
.now .big{margin:0}
.because{margin-top:8px;max-width:62ch}
.aside h4:first-child{margin-top:14px}
.history{margin-top:20px}
.history figcaption{display:flex;flex-wrap:wrap;gap:4px 18px;font-size:13px;color:var(--soft);margin-top:2px}
.key{display:inline-flex;align-items:center;gap:6px}
.trend-line{margin-left:auto}
details.data{margin-top:8px;font-size:13.5px}
summary{cursor:pointer;color:var(--accent);width:fit-content}
details.data .scroll{margin-top:6px}
.scroll{overflow-x:auto}
.facts{display:grid;grid-template-columns:repeat(auto-fill,minmax(148px,1fr));gap:12px 20px}
.facts dt,.pairs dt{color:var(--soft);font-size:13px}
.facts dd{font-weight:550}
.facts dd .soft,.facts dd .unit{font-weight:400}
.facts dd .soft{font-size:13px}
.pairs>div{display:grid;grid-template-columns:92px minmax(0,1fr);gap:8px;padding:3px 0;font-size:14px}
.description{font-size:14px;margin-bottom:8px;max-width:80ch}
.words{columns:3 250px;column-gap:36px;font-size:14px}
.words>div{break-inside:avoid;padding-bottom:10px}
.words dt{color:var(--soft);font-size:13px}
.formulas{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,380px),1fr));gap:0 36px}
.overdue{color:var(--off_track-ink);font-weight:550}
.plain{list-style:none}
.plain li{display:flex;flex-wrap:wrap;justify-content:space-between;gap:4px 12px;padding:3px 0;font-size:14px}
.playbook>div{padding:6px 0 6px 12px;border-left:3px solid var(--line);font-size:14px;margin-bottom:8px}
.playbook dt{color:var(--soft);font-size:13px}
.playbook .applies{border-color:var(--accent)}
.playbook .applies dt{color:var(--ink);font-weight:650}
.formula{margin-top:10px}
.formula-head{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 12px;font-size:13px}
.formula pre{white-space:pre-wrap;overflow-wrap:anywhere;background:var(--paper);border:1px solid var(--line);border-radius:6px;padding:7px 10px;margin-top:3px}
.breakdowns{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,300px),1fr));gap:0 36px}
.plain-table th[scope=row]{font-weight:500}
.bars th,.bars td{border-bottom:0;padding-top:3px;padding-bottom:3px}
.bars .bar-cell{width:45%}
.tree,.tree ul{list-style:none}
.tree ul{margin:8px 0 4px 4px;padding-left:20px;border-left:1px solid var(--line)}
.tree li{margin:12px 0}
.tree .leaf{display:flex;flex-wrap:wrap;align-items:center;gap:2px 10px;margin:6px 0;font-size:14px}
.tree>li>ul{margin-left:2px}
.scroll+p{margin-top:12px;font-size:14px}
.tree p{font-size:14px}
.goal-line{display:flex;flex-wrap:wrap;gap:4px 10px;align-items:center}
.matrix th[scope=col]{min-width:128px}
.matrix td,.matrix th{vertical-align:middle}
.matrix td .icon{margin-right:7px;position:relative;top:2px;color:var(--accent)}
.none-cell{color:var(--soft)}
.incentive{max-width:640px;margin-bottom:32px}
.incentive p{margin-top:4px}
.incentive table,.incentive .facts{margin-top:14px}
tfoot th,tfoot td{font-weight:600;border-bottom:0}
.facts .strong dd{font-size:18px}
.entries{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,400px),1fr));gap:0 48px}
.entry{padding:16px 0;border-top:1px solid var(--line);font-size:14px}
.entry h3{font-size:16px}
.entry h3 .soft{font-weight:400;font-size:14px}
.entry p{margin-top:4px}
.notes{list-style:none}
.notes li{padding:10px 0;border-top:1px solid var(--line);font-size:14px}
.severity{font-weight:650}
.severity.error{color:var(--off_track-ink)}
.severity.warning{color:var(--at_risk-ink)}
.legend{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:8px 18px;font-size:14px}
.legend>div{display:contents}
.legend+p{margin-top:14px;max-width:72ch;font-size:14px}
${STATUS_STYLE}
${CHART_STYLE}
@media screen{
@container board (min-width:791px) and (max-width:1020px){
.scorecard th,.scorecard td{padding:8px}
.scorecard .spark{display:block;margin:0 0 2px}
.scorecard .so-far{display:block}
.kpi-row th{min-width:120px}
}
@container board (max-width:790px){
.scorecard,.scorecard tbody,.scorecard tr{display:block}
.scorecard thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.scorecard tr{padding:11px 14px;border-bottom:1px solid var(--line)}
.scorecard tbody:last-child tr:last-child{border-bottom:0}
.scorecard th,.scorecard td,.scorecard .score{display:block;border:0;padding:2px 0;text-align:right}
.scorecard tr.goal th,.scorecard tr.kpi-row th{padding:0 0 4px;text-align:left}
.scorecard td::before{content:attr(data-label);float:left;color:var(--soft);font-size:13px;font-weight:400}
.scorecard td:empty{display:none}
.scorecard .goal,.scorecard .goal>*{background:color-mix(in srgb,var(--paper) 72%,var(--card))}
.scorecard .goal td:nth-child(5),.scorecard .goal td:nth-child(6){display:none}
}
}
@media (max-width:1080px){
.frame{display:block}
.contents{position:static;max-height:none;padding:18px 24px 0}
.contents>ul{display:flex;flex-wrap:wrap;gap:2px 18px}
.contents>ul>li{margin:0}
.contents ul ul{display:none}
main{padding:24px 24px 48px;max-width:none}
.columns{grid-template-columns:minmax(0,1fr)}
}
@media (max-width:700px){
main{padding:20px 16px 40px}
.contents{padding:14px 16px 0}
main>section{margin-top:40px}
h1{font-size:27px}
.kpi{padding:18px 16px 20px}
.trend-line{margin-left:0}
.chart.wide{display:none}
.chart.narrow{display:block}
.matrix th[scope=col]{min-width:96px}
.pairs>div{grid-template-columns:84px minmax(0,1fr)}
.legend{grid-template-columns:minmax(0,1fr);gap:2px}
.legend dd{margin-bottom:8px}
}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
${PAPER_STYLE}
`;
