// The style sheet of a handbook: that of a report, and what only a handbook has.
import { REPORT_STYLE } from '@sextant/engine';

export const STYLE = `${REPORT_STYLE}
.top{position:sticky;top:0;z-index:3;display:flex;align-items:center;gap:12px 20px;padding:10px 28px;background:var(--card);border-bottom:1px solid var(--line)}
.top .home{font-weight:650;color:var(--ink);white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.search{position:relative;flex:1 1 240px;max-width:520px;margin:0 auto}
.search input{width:100%;border-radius:8px;padding:6px 12px}
#found{position:absolute;left:0;right:0;top:calc(100% + 6px);list-style:none;background:var(--card);border:1px solid var(--line);border-radius:8px;padding:6px;max-height:70vh;overflow:auto;box-shadow:0 8px 28px rgb(0 0 0/.18)}
#found[hidden]{display:none}
#found li{display:flex;justify-content:space-between;gap:14px;align-items:baseline;padding:5px 10px;border-radius:6px;font-size:14px}
#found li[aria-selected=true]{background:color-mix(in srgb,var(--accent) 14%,var(--card))}
#found .soft{font-size:12.5px;text-align:right}
.frame.book{grid-template-columns:190px minmax(0,1fr);max-width:1320px}
.book .contents{top:54px;max-height:calc(100vh - 54px);padding:30px 8px 30px 28px}
.book .contents>ul>li{margin-bottom:2px}
.book .contents ul ul a,.book .contents>ul>li>a{display:block;padding:3px 0;color:var(--soft);font-weight:400}
.book.several .contents ul ul{padding-left:12px;border-left:1px solid var(--line);margin:2px 0 8px}
.book .contents a:hover{color:var(--ink)}
.book .contents a[aria-current=page]{color:var(--ink);font-weight:650}
.book main{padding:30px 36px 72px}
.book main h2{font-size:18px;margin:34px 0 12px}
.book main section{margin-top:0}
.book main .columns{margin-top:18px}
.book main .aside h2{font-size:15px;margin:22px 0 8px}
.entry-head .eyebrow code{color:var(--ink)}
.entry-head h1{margin-top:2px}
.words-lead{font-size:17px;line-height:1.5;max-width:68ch}
.prose{margin-top:10px;max-width:76ch}
.card{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:12px 16px}
.pairs.card{max-width:720px;margin-top:14px}
.aside .pairs.card{margin-top:0}
.pairs.card>div{grid-template-columns:104px minmax(0,1fr)}
.mistake{margin-top:14px;padding:8px 14px;border-left:3px solid var(--at_risk-ink);background:var(--at_risk-ground);border-radius:0 6px 6px 0;max-width:76ch}
.small{font-size:13px}
.lineage{border:1px solid var(--line);border-radius:8px;background:var(--card);padding:10px 12px}
.lineage svg{display:block;max-width:none;height:auto}
.flow{fill:none;stroke:var(--line);stroke-width:1.6}
.node rect{fill:var(--paper);stroke:var(--line)}
.node text{fill:var(--ink);font-size:12.5px}
.node .stripe{stroke:none;fill:var(--soft)}
.node.subject rect:first-child{stroke:var(--accent);stroke-width:2}
.node.subject text{font-weight:650}
a.node:hover rect:first-child,a.node:focus-visible rect:first-child{stroke:var(--focus);stroke-width:2}
a.node:hover text{text-decoration:underline}
.node.of-dataset .stripe,.kind.of-dataset::before{fill:var(--soft);background:var(--soft)}
.node.of-metric .stripe,.kind.of-metric::before{fill:var(--accent);background:var(--accent)}
.node.of-kpi .stripe,.kind.of-kpi::before{fill:var(--on_track-ink);background:var(--on_track-ink)}
.node.of-goal .stripe,.kind.of-goal::before{fill:var(--stale-ink);background:var(--stale-ink)}
.node.of-owner .stripe,.kind.of-owner::before{fill:var(--at_risk-ink);background:var(--at_risk-ink)}
.node.of-parameter .stripe,.kind.of-parameter::before{fill:var(--achieved-ink);background:var(--achieved-ink)}
.kind{display:inline-flex;align-items:center;gap:6px;margin-right:12px}
.kind::before{content:"";width:4px;height:13px;border-radius:2px}
.worked,.worked ul{list-style:none}
.worked ul{margin-left:9px;padding-left:18px;border-left:1px solid var(--line)}
.worked-line{display:flex;flex-wrap:wrap;gap:2px 10px;align-items:baseline;padding:4px 0}
.worked-line .sign{color:var(--soft);min-width:14px}
.worked-line .sign:empty{display:none}
.worked-line code{color:var(--soft)}
.example{border:1px solid var(--line);border-radius:8px;background:var(--card);padding:10px 16px;margin-bottom:10px}
.example[open]{padding-bottom:16px}
.given{display:flex;flex-wrap:wrap;gap:16px 36px;margin-top:12px}
.given .scroll{max-width:100%}
.given table{width:auto;font-size:13px}
.given td,.given th{padding:3px 14px 3px 0}
caption{text-align:left;font-weight:600;font-size:13px;padding-bottom:4px}
.expected{width:auto;margin-top:16px;min-width:260px}
.list .number+:not(.number){padding-left:14px}
.list th[scope=row]{font-weight:550;min-width:170px}
.list th .soft{font-weight:400;font-size:13px}
.link-list{columns:3 200px;padding-left:18px;font-size:14px}
.rows>div{padding:14px 0;border-top:1px solid var(--line)}
.rows dt{font-weight:600}
.rows>div:target{background:color-mix(in srgb,var(--accent) 10%,var(--paper))}
.sources{padding-left:18px;font-size:14px}
.bare{list-style:none}
.snippet{background:var(--card);border:1px solid var(--line);border-radius:6px;padding:10px 14px;margin-top:10px;overflow-x:auto}
.cards{list-style:none;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,280px),1fr));gap:16px;margin-top:24px}
.cards h2{margin:0 0 6px!important}
.cards p+p{margin-top:8px}
.months{width:100%;min-width:540px;max-width:780px;height:auto;display:block}
.tick-text{fill:var(--soft);font-size:12px}
.months .dot{fill:var(--series);stroke:var(--paper);stroke-width:1}
.months .dot.so-far{fill:var(--paper);stroke:var(--series);stroke-width:1.6}
.story h3{font-size:15px;color:var(--soft);font-weight:550}
.story>h2:first-child{margin-top:0!important}
.now .badge{vertical-align:middle;margin-left:8px}
@media (max-width:1080px){.book .contents{position:static;max-height:none;padding:14px 24px 0}.book .contents ul{display:flex;flex-wrap:wrap;gap:2px 16px}.book main{padding:20px 24px 56px}.book main .columns{grid-template-columns:minmax(0,1fr)}.book main .aside{margin-top:18px}}
@media (max-width:640px){.top{flex-wrap:wrap;padding:10px 16px}.search{order:3;flex-basis:100%;max-width:none}.top button{margin-left:auto}.book .contents{padding:12px 16px 0}.book main{padding:16px 16px 48px}}
@media print{.top,.book .contents{display:none}.lineage{border:0}}
`;
