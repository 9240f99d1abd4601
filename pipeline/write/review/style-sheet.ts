/** How the page of review looks: a bar, findings at the left, pages in the middle, a cell at the right; on paper the pages alone. */
export const reviewStyle = `
:root{--failure:#8a1c5c;--error:#b3261e;--warning:#8a5a00;--info:#1f5fa8;color-scheme:light}
*{box-sizing:border-box}
html,body{height:100%;margin:0}
body{display:grid;grid-template:auto 1fr auto/20rem 1fr;font:14px/1.5 system-ui,"Noto Sans CJK SC","Microsoft YaHei",sans-serif;color:#222;background:#e4e6ea}
noscript,header{grid-column:1/-1}
header{display:flex;align-items:center;gap:.5rem;padding:.4rem .8rem;background:#fff;border-bottom:1px solid #bbb}
h1{font-size:1rem;margin:0 auto 0 0;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
h2{font-size:1rem;margin:.6rem .8rem .2rem}
h3{font-size:.95rem;margin:0 0 .3rem}
button,input,select{font:inherit;color:inherit}
header button{min-width:2rem;min-height:2rem;background:#fff;border:1px solid #888;border-radius:4px}
:focus-visible{outline:3px solid #1f5fa8;outline-offset:1px}
.skip:not(:focus){position:absolute;left:-100vw}
.panel{display:flex;flex-direction:column;min-height:0;overflow:auto;background:#fff;border-right:1px solid #bbb}
.findings{display:flex;flex-direction:column;flex:1;min-height:21rem}
.place{white-space:nowrap}
.filters{padding:0 .8rem;display:grid;grid-template-columns:minmax(0,1fr);gap:.3rem}
.filters>div{display:flex;flex-wrap:wrap;gap:.2rem .8rem}
.filters label{display:flex;align-items:center;gap:.3rem;white-space:nowrap}
.filters select{flex:1;min-width:0}
.count{margin:.3rem .8rem;color:#555}
.scroller{flex:1;overflow-y:auto;position:relative;min-height:6rem;border-top:1px solid #ddd}
.hits{margin-left:.4rem}
.rows{list-style:none;margin:0;padding:0;position:relative}
.rows li{position:absolute;left:0;right:0;height:84px;border-bottom:1px solid #eee}
.rows button{display:block;width:100%;height:100%;padding:.35rem .8rem;text-align:left;background:none;border:0;border-left:4px solid var(--colour);overflow:hidden;cursor:pointer}
.rows button[aria-pressed=true]{background:#e8eef7}
.about{display:block;color:#555;font-size:12px;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.says{display:-webkit-box;-webkit-line-clamp:2;-webkit-box-orient:vertical;overflow:hidden;overflow-wrap:anywhere}
[data-severity=failure]{--colour:var(--failure)}
[data-severity=error]{--colour:var(--error)}
[data-severity=warning]{--colour:var(--warning)}
[data-severity=info]{--colour:var(--info)}
.filters [data-severity]{color:var(--colour)}
.panel details{border-top:1px solid #bbb;max-height:50%;overflow:auto;flex:none}
summary{padding:.5rem .8rem;cursor:pointer;font-weight:bold}
.contents{list-style:none;margin:0;padding:0 .8rem .8rem}
.contents a{display:flex;gap:.5rem;justify-content:space-between;color:inherit;text-decoration:none;padding:.15rem 0}
.contents a:hover{text-decoration:underline}
.contents [data-level="2"]{padding-left:1rem}
.contents [data-level="3"]{padding-left:2rem}
.number{white-space:nowrap;color:#555}
main{grid-area:2/2/4/3;overflow:auto;position:relative;padding:12px 15rem 12px 12px}
.sheet{position:relative;width:calc(var(--width)*var(--zoom)*1px);height:calc(var(--height)*var(--zoom)*1px);margin:0 auto 12px;background:#fff;box-shadow:0 1px 4px #0005}
.sheet svg{display:block;width:100%;height:100%;font-kerning:none;font-variant-ligatures:none}
.sheet text{white-space:pre;fill:#000}
.sheet .watermark{fill:#808080;pointer-events:none;user-select:none}
.sheet rect{fill:transparent;stroke:none}
.sheet .ruled rect{stroke:#000}
.sheet a{cursor:pointer}
.box{cursor:pointer;outline:none}
.box:hover>rect{fill:#1f5fa818}
.box[data-severity]>rect{fill:color-mix(in srgb,var(--colour) 22%,transparent)}
.comparing .changed>rect{fill:#b48cf280}
.changes,.changes ol{list-style:none;margin:0;padding:0}
.changes{padding:0 .8rem .8rem}
.changes button{display:block;width:100%;padding:.3rem 0;text-align:left;background:none;border:0;border-bottom:1px solid #eee;cursor:pointer}
.change{border-left:4px solid #7a4fc0;padding-left:.6rem;margin:.8rem 0}
[aria-pressed=true].toggle{background:#e6dcf8;border-color:#7a4fc0}
.sheet .found>rect{fill:#7be07b90}
.box.chosen>rect{fill:#ffd54a80}
.box:focus-visible>rect{stroke:#1f5fa8;stroke-width:200}
.notes{list-style:none;margin:0;padding:0;position:absolute;left:100%;top:0;width:14rem;height:100%}
.note{position:absolute;left:.4rem;right:0}
.note button{display:block;width:100%;text-align:left;background:#fff;border:1px solid #ccc;border-left:4px solid var(--colour);padding:0 .3rem;font-size:12px;line-height:1.35;height:2.8em;overflow:hidden;cursor:pointer}
.details:empty{display:none}
.details{position:fixed;right:0;top:3rem;bottom:0;width:20rem;overflow:auto;background:#fff;border-left:1px solid #bbb;box-shadow:-2px 0 8px #0003;padding:.8rem;overflow-wrap:anywhere}
.close{float:right;margin:-.4rem -.4rem 0 .4rem;min-width:2rem;min-height:2rem;border:0;background:none;font-size:1.2rem;cursor:pointer}
.finding{border-left:4px solid var(--colour);padding-left:.6rem;margin:.8rem 0}
.value{border-top:1px solid #ddd;padding-top:.5rem;margin-top:.5rem}
.value button{background:#fff;border:1px solid #888;border-radius:4px;padding:.1rem .6rem}
textarea{position:fixed;left:-99rem}
dl{margin:0}
dt{color:#555;font-size:12px}
dd{margin:0 0 .4rem}
.no-pages{font-size:1.1rem}
.live{position:fixed;left:21rem;bottom:1rem;z-index:1;max-width:60rem;margin:0;padding:.3rem .8rem;background:#fffffff0;border:1px solid #bbb;border-radius:4px;box-shadow:0 1px 4px #0003;overflow-wrap:anywhere}
.live:is([data-state=failed],[data-state=ended]){border:2px solid var(--error)}
.live button{border:0;background:none;padding:0;text-align:left;text-decoration:underline;color:var(--error);cursor:pointer}
/* Beside the pages there is no room: below the list it covers neither. */
@media (max-width:96rem){.details{position:static;width:auto;max-height:40vh;border:0;border-top:1px solid #bbb;border-right:1px solid #bbb;box-shadow:none}}
@media (max-width:75rem){main{padding-right:12px}.notes{display:none}}
@media (max-width:60rem){body{grid-template-columns:14rem 1fr}.live{left:15rem}}
/* Paper stays paper where colours are the reader's own; around it a background would not be seen. */
.sheet,.sheet text{forced-color-adjust:none}
.notes{forced-color-adjust:auto}
@media (forced-colors:active){[aria-pressed=true]{outline:3px solid Highlight;outline-offset:-3px}}
@media print{
@page{size:A4 portrait;margin:0}
@page wide{size:A4 landscape;margin:0}
html,body{height:auto}
body{display:block;background:none}
header,.panel,.details,.notes,.live{display:none!important}
main{overflow:visible;padding:0!important}
.sheet{margin:0;box-shadow:none;break-after:page;width:calc(var(--width)*1pt);height:calc(var(--height)*1pt - .1pt)}
.sheet.wide{page:wide}
.box>rect,.found>rect{fill:transparent!important}
}
`;
