import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The rules of the report on paper, which the app's own sheet takes in as well. */
const DOCUMENT_STYLE = readFileSync(join(/* turbopackIgnore: true */ process.cwd(), "lib/render/document.css"), "utf8");

/** What those rules call their colours and faces, and the page around the sheet of paper, on screen and on A4. */
const PAGE_STYLE = `
:root{--color-paper:#fdfaf3;--color-paper-edge:#e8e0cd;--color-paper-line:#c9c1ae;--color-paper-frame:#8b8474;--color-paper-head:#f5f0e3;
--color-paper-ink:#1c1a17;--color-paper-ink-2:#5c5649;--color-seal:#a8281b;--color-danger:#a8281b;--color-white:#fff;--color-focus:#0b6fa4;
--font-sans:"PingFang SC","HarmonyOS Sans SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif;
--font-doc-title:"方正小标宋简体","FZXiaoBiaoSong-B05S","STZhongsong","Noto Serif CJK SC","Noto Serif SC","SimSun",serif;
--font-doc:"仿宋_GB2312","FangSong_GB2312","FangSong","STFangsong","Noto Serif CJK SC","Noto Serif SC",serif;
--font-doc-kai:"楷体_GB2312","KaiTi_GB2312","KaiTi","STKaiti","Noto Serif CJK SC","Noto Serif SC",serif}
*{box-sizing:border-box}
body{margin:0;background:#eef1f3;line-break:strict;text-spacing-trim:trim-start}
h1,h2,h3,h4,h5,h6,p,dl,dd,figure{margin:0}
main{max-width:900px;margin:24px auto;padding:0 16px}
@media(width<721px){main{margin:0;padding:0}}
@media print{@page{size:A4;margin:37mm 26mm 35mm 28mm}body{background:#fff}main{max-width:none;margin:0;padding:0}}
`;

/** The style of a file that stands alone, without the comments and indents of its sources. */
export const HTML_STYLE = `${PAGE_STYLE}${DOCUMENT_STYLE}`
  .replaceAll(/\/\*[\s\S]*?\*\//g, "")
  .replaceAll(/\n\s*/g, "\n")
  .replaceAll(/\n+/g, "\n")
  .trim();
