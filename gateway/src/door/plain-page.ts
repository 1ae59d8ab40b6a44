/** A page of ours without scripts; `body` is HTML. */
export function plainPage(title: string, body: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)} · Agora</title>
<style>
body { margin: 0 auto; padding: 24px; max-width: 960px; font: 16px/24px system-ui, sans-serif; color: #1d2129; background: #fff; color-scheme: light dark; }
table { width: 100%; border-collapse: collapse; } th, td { padding: 8px 16px 8px 0; text-align: left; border-bottom: 1px solid #e2e5ea; overflow-wrap: anywhere; }
iframe { width: 100%; height: 70vh; border: 1px solid #e2e5ea; border-radius: 8px; } pre { white-space: pre-wrap; overflow-wrap: anywhere; }
@media (prefers-color-scheme: dark) { body { background: #16181d; color: #f1f2f4; } a { color: #9fb0ff; } th, td, iframe { border-color: #353a44; } }
</style></head>
<body><h1>${escaped(title)}</h1>
${body}
</body></html>
`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as HTML. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
