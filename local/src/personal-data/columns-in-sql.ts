/** What tables may have beside columns. */
const CONSTRAINT = /^(constraint|primary|unique|check|foreign|exclude|like)\b/;

/** The columns of all tables that these statements leave behind, as `table.column`: of the SQL that our migrations are written in. */
export function columnsIn(sql: string): Set<string> {
  const columns = new Set<string>();
  const plain = sql
    .replace(/--.*$/gm, '')
    .replace(/'(?:[^']|'')*'/g, "''")
    .replaceAll('"', '')
    .toLowerCase();
  for (const [, table = '', change] of plain.matchAll(/\b(?:create table(?: if not exists)?|alter table) ([\w.]+)\s*((?:[^;])*);/g)) {
    for (const part of parts(change ?? '')) apply(columns, table, part);
  }
  return columns;
}

function apply(columns: Set<string>, table: string, part: string): void {
  const [, dropped] = /^drop column (?:if exists )?(\w+)/.exec(part) ?? [];
  const [, added] = /^add column (?:if not exists )?(\w+)/.exec(part) ?? [];
  const [, from, to] = /^rename column (\w+) to (\w+)/.exec(part) ?? [];
  if (dropped ?? from) columns.delete(`${table}.${dropped ?? from}`);
  if (added ?? to) columns.add(`${table}.${added ?? to}`);
  if (dropped ?? added ?? from ?? /^(add|alter|drop|rename|validate|set|owner|enable)\b/.test(part)) return;
  const [name] = /^\w+/.exec(part) ?? [];
  if (name && !CONSTRAINT.test(part)) columns.add(`${table}.${name}`);
}

/** What stands between the commas, those in brackets aside; a new table's columns stand in brackets. */
function parts(change: string): string[] {
  const text = change.startsWith('(') ? inBrackets(change) : change;
  const found = [''];
  let depth = 0;
  for (const character of text) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (character === ',' && depth === 0) found.push('');
    else found[found.length - 1] += character;
  }
  return found.map((part) => part.trim()).filter((part) => part !== '');
}

function inBrackets(text: string): string {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') depth += 1;
    if (text[at] === ')' && --depth === 0) return text.slice(1, at);
  }
  return text.slice(1);
}
