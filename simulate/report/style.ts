/** How the report looks, on a screen and on paper. */
export const STYLE = `
:root{--ink:#1c2430;--soft:#5b6675;--line:#dfe4ea;--paper:#fff;--ground:#f4f6f8;--main:#0b5cad;--warm:#c2410c;--good:#147a4b;--bad:#b42318}
*{box-sizing:border-box}body{margin:0;background:var(--ground);color:var(--ink);font:15px/1.55 "Noto Sans SC","Noto Sans CJK SC","PingFang SC","Microsoft YaHei",system-ui,sans-serif}
main{max-width:1240px;margin:0 auto;padding:28px 24px 48px}
header{display:flex;flex-wrap:wrap;gap:12px 24px;align-items:baseline;justify-content:space-between;margin-bottom:18px}
h1{font-size:28px;margin:0}h2{font-size:17px;margin:0 0 10px}small{font-weight:400;color:var(--soft);font-size:13px;margin-left:8px}
section{background:var(--paper);border:1px solid var(--line);border-radius:8px;padding:16px 18px;margin-bottom:16px}
.verdict{margin:0;padding:5px 12px;border-radius:6px;color:#fff;background:var(--bad);font-weight:600}.verdict[data-right="true"]{background:var(--good)}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(128px,1fr));gap:14px 20px}
.facts div{display:flex;flex-direction:column}.facts strong{font-size:25px;line-height:1.25;font-variant-numeric:tabular-nums}.facts small{margin:0;font-size:12px}
.charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,480px),1fr));gap:16px}.charts section{margin:0}.charts{margin-bottom:16px}
svg{width:100%;height:auto;display:block}.grid{stroke:var(--line)}.tick{fill:var(--soft);font-size:12px}
rect.issued{fill:#9cc3ea}rect.errors{fill:#9cc3ea}path{fill:none;stroke-width:2.4;stroke-linejoin:round}path.waiting{stroke:var(--warm)}path.p50{stroke:var(--main)}path.p90{stroke:var(--warm)}
line.target{stroke:var(--good);stroke-dasharray:5 4;stroke-width:1.6}
.legend{margin:8px 0 0;color:var(--soft);font-size:13px}.legend span{display:inline-block;width:14px;height:10px;margin:0 6px 0 14px;border-radius:2px}.legend span:first-child{margin-left:0}
.issued-key,.errors-key{background:#9cc3ea}.waiting-key,.p90-key{background:var(--warm)}.p50-key{background:var(--main)}.legend .target-key{height:0;border-top:2px dashed var(--good);border-radius:0;vertical-align:middle}
.outcomes{display:grid;grid-template-columns:max-content 1fr;gap:7px 14px;margin:0;align-items:center}.outcomes dd{margin:0;display:flex;gap:8px;align-items:center;font-variant-numeric:tabular-nums}.outcomes span{height:14px;background:#9cc3ea;border-radius:2px;min-width:1px;max-width:82%}
.verdicts{list-style:none;margin:0;padding:0}.verdicts li{display:flex;flex-wrap:wrap;gap:4px 10px;padding:6px 0;border-bottom:1px solid var(--line);align-items:baseline}.verdicts li:last-child{border:0}.verdicts b{color:var(--bad)}.verdicts [data-kept="true"] b{color:var(--good)}.verdicts span{color:var(--soft)}.verdicts em{margin-left:auto;font-style:normal;color:var(--soft);font-variant-numeric:tabular-nums}.verdicts code{flex-basis:100%;color:var(--bad)}
table code{overflow-wrap:normal;white-space:nowrap}.wide{overflow-x:auto}table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}th,td{padding:5px 10px;border-bottom:1px solid var(--line);text-align:right}th:first-child,td:first-child{text-align:left}thead th{color:var(--soft);font-weight:500}
code{font:13px/1.4 ui-monospace,"Cascadia Mono",Menlo,monospace;overflow-wrap:anywhere}footer{color:var(--soft);font:13px ui-monospace,Menlo,monospace}
@media (max-width:640px){main{padding:20px 14px 40px}.tick{font-size:21px}.facts{grid-template-columns:repeat(2,1fr)}.verdicts em{flex-basis:100%;margin-left:26px}th,td{padding:5px 7px}}
@media print{body{background:#fff}section{break-inside:avoid}}
`;
