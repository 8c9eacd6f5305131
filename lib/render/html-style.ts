/** The page's own style: the product's paper, as a sheet that stands alone and prints on A4. */
export const HTML_STYLE = `
:root{--ink:#182229;--ink-2:#44525b;--line:#c9c1ae;--frame:#8b8474;--paper:#fdfaf3;--seal:#a8281b;--accent:#17556f;--head:#f5f0e3;
--sans:"PingFang SC","HarmonyOS Sans SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif;
--song:"方正小标宋简体","FZXiaoBiaoSong-B05S","STZhongsong","Noto Serif CJK SC","Noto Serif SC","SimSun",serif;
--fang:"仿宋_GB2312","FangSong_GB2312","FangSong","STFangsong","Noto Serif CJK SC","Noto Serif SC",serif;
--kai:"楷体_GB2312","KaiTi_GB2312","KaiTi","STKaiti","Noto Serif CJK SC","Noto Serif SC",serif}
*{box-sizing:border-box}
body{margin:0;background:#eef1f3;color:var(--ink);font:16px/30px var(--fang);line-break:strict;text-spacing-trim:trim-start}
main{max-width:900px;margin:24px auto;padding:0 16px}
.doc{padding:52px 64px 40px;border:1px solid #e4dcc8;background:var(--paper)}
h1,h2,h3,h4,h5,h6,p,dl,dd,figure{margin:0}
.ti{font:700 26px/42px var(--song);text-align:center;text-wrap:balance;word-break:keep-all;overflow-wrap:anywhere}
.meta{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 16px;margin-top:24px;padding-bottom:6px;font-size:15px;line-height:26px;color:var(--ink-2)}
.ww{height:5px;margin:0 0 16px;border:0;border-top:3px solid var(--seal);border-bottom:1px solid var(--seal)}
h2{margin:22px 0 8px;font:600 17px/30px var(--sans);text-indent:2em}
h3{font:600 16px/30px var(--kai);text-indent:2em}
h4,h5,h6{font:600 16px/30px var(--fang);text-indent:2em}
.doc>p{text-align:start;text-indent:2em;overflow-wrap:anywhere}
.fg{color:inherit;font-variant-numeric:tabular-nums lining-nums}
.ot-scroll{overflow-x:auto;margin-top:-1px}
.ot-scroll.wide:focus-visible{outline:2px solid #0b6fa4;outline-offset:2px}
.ot{width:100%;border-collapse:collapse;border:1px solid var(--frame);font:13px/20px var(--sans);font-variant-numeric:tabular-nums lining-nums}
.ot caption{border:1px solid var(--frame);border-bottom:0;padding:5px 8px;background:var(--head);font-weight:600;text-align:center}
.ot th,.ot td{padding:6px 8px;border:1px solid var(--line);font-weight:400;text-align:center;vertical-align:middle}
.ot thead th{color:var(--ink-2);word-break:keep-all;overflow-wrap:break-word}
.ot .corner{color:var(--ink-2)}
.ot td.num{overflow-wrap:anywhere}
.ot td.blank{background:repeating-linear-gradient(135deg,transparent 0 5px,var(--line) 5px 6px)}
.pt-active{table-layout:fixed}
.pt-active thead th:first-child{width:34%}
.pt-requests{min-width:690px}.pt-requests tbody th{text-align:left}
.pt-requests tbody th.vt{width:32px;text-align:center}.pt-requests tbody th.vt span{writing-mode:vertical-rl;letter-spacing:2px}
.pt-requests tbody th.gr{width:72px;text-align:center;word-break:keep-all}
.pt-requests thead th{min-width:52px}
.pt-litigation{min-width:690px;table-layout:fixed}.pt-litigation th,.pt-litigation td{padding:6px 2px}
.pt-list th[scope=row],.pt-list td.txt{text-align:left;overflow-wrap:anywhere}
.ot-scroll+h3,.ot-scroll+p{margin-top:14px}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);border:0;padding:0}
.fig{margin:24px 0 8px;border-top:1px solid var(--ink);padding-top:8px;font-family:var(--sans);break-inside:avoid}
.fig figcaption{margin-bottom:14px;font-size:14px;line-height:22px}
.fig figcaption span,.pn span{display:block;font-size:12px;line-height:18px;color:var(--ink-2)}
.pns{display:grid;grid-template-columns:repeat(auto-fill,minmax(136px,1fr));gap:16px}
.pn b{display:block;font-size:13px;line-height:18px}
.fig svg{display:block;margin-top:8px;max-width:100%;font-family:var(--sans)}
.fig svg.bars{height:auto}
.notes{margin-top:22px;font-size:14px;line-height:24px}.notes h2{margin:0;font-size:14px;line-height:24px;text-indent:0}.notes ol{margin:0;padding-left:2em}
.imprint{margin-top:32px;border-top:1px solid var(--frame);padding-top:10px;font:13px/22px var(--sans);color:var(--ink-2)}
.imprint dl{display:grid;grid-template-columns:repeat(auto-fit,minmax(280px,1fr));gap:0 24px}
.imprint div{display:flex;gap:8px}.imprint dt{flex:0 0 5em}.imprint dd{color:var(--ink);overflow-wrap:anywhere}
.draft{margin-bottom:32px;border:2px solid var(--seal);padding:10px 16px;font:14px/22px var(--sans);color:#7d1d13;background:#fff}
.draft ul{margin:0;padding-left:1.4em}
.is-draft .doc{background-image:url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='420' height='300'%3E%3Ctext x='210' y='170' font-size='96' font-family='sans-serif' text-anchor='middle' fill='%23a8281b' fill-opacity='.07' transform='rotate(-28 210 150)'%3E%E8%8D%89%E7%A8%BF%3C/text%3E%3C/svg%3E")}
@media(max-width:720px){main{margin:0;padding:0}.doc{padding:28px 20px 32px;border-width:0}.ti{font-size:21px;line-height:34px}.meta{font-size:13px;line-height:22px}}
@media print{@page{size:A4;margin:37mm 26mm 35mm 28mm}body,.doc{background-color:#fff}main{max-width:none;margin:0;padding:0}.doc{padding:0;border:0}
.ot-scroll{overflow:visible}.pt-requests,.pt-litigation{min-width:0;font-size:11px}tr,.fig{break-inside:avoid}thead{display:table-header-group}h2,h3,h4{break-after:avoid}.is-draft .doc{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
`.trim();
