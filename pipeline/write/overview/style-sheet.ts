/** How the page of all departments looks: a table, which a narrow screen shows as one card for each department. */
export const overviewStyle = `
:root{--failure:#8a1c5c;--error:#b3261e;--warning:#8a5a00;--info:#1f5fa8;--quiet:#555;color-scheme:light}
*{box-sizing:border-box}
body{margin:0;font:14px/1.5 system-ui,"Noto Sans CJK SC","Microsoft YaHei",sans-serif;color:#222;background:#f2f3f5}
header,main{padding:.8rem 1.2rem}
header{background:#fff;border-bottom:1px solid #bbb}
h1{font-size:1.3rem;margin:0}
h2{font-size:1rem}
p{margin:.2rem 0}
dl{display:flex;flex-wrap:wrap;gap:.5rem 1.8rem;margin:.6rem 0}
dt{font-size:12px;color:var(--quiet)}
dd{margin:0;font-size:1.35rem;line-height:1.2;font-variant-numeric:tabular-nums}
dl .failed dd{color:var(--failure)}
dl .error dd{color:var(--error)}
dl .news dd{color:var(--info)}
form:not([hidden]){display:flex;flex-wrap:wrap;gap:.4rem 1.2rem;align-items:center;margin-bottom:.6rem}
select,input{font:inherit;color:inherit}
output{color:var(--quiet)}
a{color:#0b4da2}
:focus-visible{outline:3px solid #1f5fa8;outline-offset:1px}
.skip{position:absolute;left:-100vw}
.skip:focus{position:static}
main:focus{outline:none}
table{width:100%;border-collapse:collapse;background:#fff;border:1px solid #ccc}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
th,td{padding:.4rem .6rem;text-align:left;vertical-align:top;border-bottom:1px solid #ddd}
/* Elsewhere a column is as wide as its longest word. */
tbody th,.reasons{overflow-wrap:anywhere}
thead th{position:sticky;top:0;background:#e9ecf1;font-size:13px;z-index:1;word-break:keep-all}
tbody th{font-weight:normal;min-width:9rem;border-left:5px solid #4a8a5a}
[data-worst=failed]>th{border-left-color:var(--failure)}
[data-worst=unknown]>th{border-left-color:var(--quiet)}
[data-worst=error]>th{border-left-color:var(--error)}
[data-worst=warning]>th{border-left-color:#c9922a}
[data-worst=failed]{background:#fdf3f8}
[data-worst=failed]>th+td{min-width:20rem}
.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.about{display:block;font-size:12px;color:var(--quiet)}
.badge{display:inline-block;padding:0 .5rem;border-radius:.7rem;color:#fff;background:#2f6b3f;font-size:12px;white-space:nowrap}
.badge.failed{background:var(--failure)}
.badge.unknown{background:var(--quiet)}
.badge.error{background:var(--error)}
.badge.warning{background:var(--warning)}
/* Where colours are the reader's own, backgrounds are gone. */
@media (forced-colors:active){.badge{border:1px solid}}
ul{list-style:none;margin:0;padding:0}
.reasons li{border-left:3px solid var(--failure);padding-left:.5rem;margin:.3rem 0;max-width:34rem}
.news li{display:inline-block;margin-right:.5rem;white-space:nowrap}
.news .state{font-weight:bold;color:var(--failure)}
.news .state.mended,.news .state.new{color:#2f6b3f}
.counts span{display:inline-block;margin-right:.4rem;white-space:nowrap}
.counts .failure{color:var(--failure)}
.counts .error{color:var(--error)}
.counts .warning{color:var(--warning)}
.counts .info{color:var(--info)}
.links a{display:inline-block;margin-right:.5rem;white-space:nowrap}
.links .about{display:inline;margin-right:.5rem}
.links+.links{margin-top:.3rem}
@media (max-width:60rem){
header,main{padding:.6rem}
table,tbody,tr,td,tbody th{display:block;width:auto}
table{border:0;background:none}
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
tr{background:#fff;border:1px solid #ccc;margin-bottom:.6rem}
tr[hidden]{display:none}
td,[data-worst=failed]>th+td{display:grid;grid-template-columns:7rem 1fr;gap:0 .5rem;border:0;padding:.15rem .6rem;min-width:0}
td::before{content:attr(data-label);color:var(--quiet);font-size:12px;grid-row:1/99;white-space:normal}
td>*{grid-column:2;justify-self:start}
.number{text-align:left}
.links a{padding:.2rem 0}
}
/* Nor are they printed. */
@media print{.badge{color:#222!important;background:none!important;border:1px solid}form{display:none!important}thead th{position:static}body{background:#fff}tr{break-inside:avoid}}
`;
