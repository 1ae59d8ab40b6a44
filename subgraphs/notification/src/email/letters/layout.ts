import type { Frame, LetterWords } from './words.ts';

/** A letter as a whole HTML document: tables and inline styles, because mail programs know no more. Everything said is escaped. */
export function htmlOf(words: LetterWords, frame: Frame, language: string): string {
  const { subject, title, paragraphs, facts = [], action, afterwards } = words;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(subject)}</title>
<style>
  @media (prefers-color-scheme: dark) {
    .page { background: #16181d !important; }
    .card { background: #22252c !important; border-color: #353a44 !important; }
    .ink { color: #f1f2f4 !important; }
    .faint { color: #a4abb6 !important; }
    .line { border-color: #353a44 !important; }
  }
</style>
</head>
<body class="page" style="margin:0;padding:0;background:#f3f4f6;">
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" style="background:#f3f4f6;">
<tr><td align="center" style="padding:32px 16px;">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;">
<tr><td class="ink" style="padding:0 4px 16px;${FONT}font-size:18px;font-weight:700;color:#1d2129;">Agora</td></tr>
<tr><td class="card" style="padding:32px 32px 16px;background:#ffffff;border:1px solid #e2e5ea;border-radius:12px;">
<h1 class="ink" style="margin:0 0 16px;${FONT}font-size:24px;line-height:32px;font-weight:700;color:#1d2129;overflow-wrap:anywhere;">${escaped(title)}</h1>
${paragraphs.map((text) => paragraph(text, 'ink', '#1d2129')).join('\n')}
${facts.length === 0 ? '' : factTable(facts)}
${action ? button(action) : ''}
${afterwards.map((text) => paragraph(text, 'faint', '#5b6472')).join('\n')}
${action ? fallback(frame.buttonFails, action.url) : ''}
</td></tr>
<tr><td class="faint" style="padding:16px 4px 0;${FONT}font-size:13px;line-height:20px;color:#5b6472;">${escaped(frame.footer)}</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`;
}

/** The same for those who read no HTML. */
export function textOf({ title, paragraphs, facts = [], action, afterwards }: LetterWords, { footer }: Frame): string {
  const parts = [
    title,
    ...paragraphs,
    ...(facts.length === 0 ? [] : [facts.map(({ name, value }) => `${name}: ${value}`).join('\n')]),
    ...(action ? [`${action.label}:\n${action.url}`] : []),
    ...afterwards,
    `-- \n${footer}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

const FONT = 'font-family:-apple-system,BlinkMacSystemFont,Segoe UI,Roboto,Helvetica,Arial,sans-serif;';

function paragraph(text: string, tone: string, colour: string): string {
  return `<p class="${tone}" style="margin:0 0 16px;${FONT}font-size:16px;line-height:24px;color:${colour};overflow-wrap:anywhere;">${escaped(text)}</p>`;
}

function factTable(facts: NonNullable<LetterWords['facts']>): string {
  const cell = `padding:8px 0;${FONT}font-size:16px;line-height:24px;border-top:1px solid #e2e5ea;`;
  const rows = facts.map(
    ({ name, value }) =>
      `<tr><td class="faint line" style="${cell}padding-right:24px;color:#5b6472;white-space:nowrap;">${escaped(name)}</td>` +
      `<td class="ink line" width="100%" style="${cell}color:#1d2129;overflow-wrap:anywhere;">${escaped(value)}</td></tr>`,
  );
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin:0 0 16px;">${rows.join('')}</table>`;
}

function button({ label, url }: NonNullable<LetterWords['action']>): string {
  return (
    `<table role="presentation" cellpadding="0" cellspacing="0" style="margin:8px 0 24px;"><tr><td style="background:#2f4bd8;border-radius:8px;">` +
    `<a href="${escaped(url)}" style="display:inline-block;padding:12px 24px;${FONT}font-size:16px;line-height:24px;font-weight:600;color:#ffffff;text-decoration:none;">${escaped(label)}</a>` +
    `</td></tr></table>`
  );
}

function fallback(says: string, url: string): string {
  return (
    `<p class="faint line" style="margin:0 0 16px;padding-top:16px;border-top:1px solid #e2e5ea;${FONT}font-size:13px;line-height:20px;color:#5b6472;">${escaped(says)}<br>` +
    `<a href="${escaped(url)}" class="faint" style="color:#5b6472;word-break:break-all;">${escaped(url)}</a></p>`
  );
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
