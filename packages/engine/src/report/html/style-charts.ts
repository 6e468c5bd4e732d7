// The part of the style sheet that draws: lines, zones and shapes take their colours from it, and so follow the theme.

export const CHART_STYLE = `
.chart{display:block;width:100%;height:auto;font-size:11.5px}
.chart.narrow{display:none}
.label{fill:var(--soft)}
.major{font-weight:550}
.end{fill:var(--ink);font-size:13px;font-weight:600}
.end .label{font-size:11.5px;font-weight:400}
.grid{stroke:var(--grid);stroke-width:1}
.series{stroke:var(--series);stroke-width:2;stroke-linecap:round}
.series.thin{stroke-width:1.5}
.dashed{stroke-dasharray:3 4}
.target{stroke:var(--target);stroke-width:1.5;stroke-dasharray:5 3}
.forecast{stroke:var(--series);stroke-width:1.5;stroke-dasharray:2 3}
.forecast.solid{stroke-dasharray:none;stroke-width:2.5}
.zone.good{fill:var(--zone-good)}
.zone.fair{fill:var(--zone-fair)}
.open{fill:none;stroke:var(--soft);stroke-width:1;stroke-dasharray:2 3}
.mark{fill:currentColor;stroke:var(--card);stroke-width:1}
.badge .mark,.count-list .mark,.contents .mark{stroke:none}
.mark .mark{stroke:none}
.mark .tick,.badge .tick,.count-list .tick{fill:none;stroke:var(--card);stroke-width:1.4}
.mark.not_due{fill:var(--card);stroke:currentColor;stroke-width:1.6}
.badge .mark.not_due,.count-list .mark.not_due,.contents .mark.not_due{fill:none;stroke:currentColor;stroke-width:1.6}
.mark.no_data,.badge .mark.no_data,.count-list .mark.no_data,.contents .mark.no_data{fill:none;stroke:currentColor;stroke-width:1.8;stroke-linecap:round}
.bar{display:block;width:100%;height:9px}
.bar .fill,.progress .fill{fill:var(--series)}
.progress{display:block;width:100%;max-width:180px;height:12px;margin-top:3px}
.progress .rest{fill:var(--rest)}
.progress .aim{fill:var(--ink)}
.progress .due{fill:var(--at_risk-ink)}
.strip{display:block;width:100%;max-width:420px;height:auto;font-size:11.5px}
.strip .axis{stroke:var(--soft);stroke-width:1}
.strip .notch{stroke:var(--soft);stroke-width:1.5}
.strip .own{fill:var(--series)}
.strip .strong{fill:var(--ink);font-weight:600}
.matrix .fill{fill:currentColor}
.matrix .outline{fill:none;stroke:currentColor;stroke-width:1.5}
`;
