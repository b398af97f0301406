import { createHash } from 'node:crypto';

/** The one style sheet of the stand-in's pages; large type and targets, since kiosks show them too. */
export const style = `
:root { color-scheme: light; font-family: system-ui, "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
* { box-sizing: border-box; }
body { margin: 0; background: #f4f6f9; color: #1b2430; font-size: 18px; line-height: 1.6; }
.banner { background: #fff3cd; color: #533f03; border-bottom: 4px dashed #b78103; padding: 16px; text-align: center; font-size: 20px; font-weight: 700; }
.banner span { display: block; }
main { max-width: 720px; margin: 24px auto; padding: 24px; background: #fff; border: 1px solid #d5dbe5; border-radius: 12px; }
h1 { font-size: 26px; margin: 0 0 8px; }
h2 { font-size: 20px; margin: 24px 0 8px; }
ul { list-style: none; margin: 0; padding: 0; }
li + li { margin-top: 8px; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 8px 24px; }
dt { color: #4a5768; }
dd { margin: 0; font-weight: 600; overflow-wrap: anywhere; }
button { font: inherit; min-height: 60px; padding: 8px 24px; border: 1px solid #6b7a90; border-radius: 8px; background: #fff; color: inherit; cursor: pointer; }
button.main { background: #0b57a4; border-color: #0b57a4; color: #fff; font-weight: 700; }
button.person { width: 100%; text-align: start; display: grid; grid-template-columns: 1fr auto; gap: 0 16px; }
button.person strong { font-size: 20px; }
button.person small { grid-column: 1 / -1; color: #4a5768; font-size: 16px; }
button:hover { border-color: #0b57a4; }
button:focus-visible, a:focus-visible { outline: 4px solid #1f7ae0; outline-offset: 2px; }
main.wide { max-width: 1180px; }
table { width: 100%; border-collapse: collapse; font-size: 16px; }
caption { text-align: start; color: #4a5768; padding: 8px 0; }
th, td { text-align: start; vertical-align: top; padding: 10px 12px 10px 0; border-bottom: 1px solid #d5dbe5; overflow-wrap: anywhere; }
td small { display: block; color: #4a5768; }
td form { display: flex; flex-wrap: wrap; gap: 8px; }
td button { min-height: 44px; padding: 4px 14px; font-size: 16px; }
.scroll { overflow-x: auto; }
.scroll table { min-width: 760px; }
.acts { display: flex; flex-wrap: wrap; gap: 16px; margin-top: 24px; }
`;

/** The style sheet as a Content-Security-Policy source. */
export const styleSource = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
