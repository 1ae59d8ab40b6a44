/** What tables may have beside columns. */
const CONSTRAINT = /^(constraint|primary|unique|check|foreign|exclude|like)\b/;

const STATEMENT = /\b(create|alter|drop) table (?:if (?:not )?exists )?(?:only )?([^;]*);/g;

/** The columns of all tables that these statements leave behind, as `table.column`: of the SQL that our migrations are written in. */
export function columnsIn(sql: string): Set<string> {
  const tables = new Map<string, Set<string>>();
  for (const [, verb, statement = ''] of plain(sql).matchAll(STATEMENT)) {
    if (verb === 'drop') for (const table of parts(statement)) tables.delete(wordIn(table));
    else change(tables, statement);
  }
  return new Set([...tables].flatMap(([table, columns]) => [...columns].map((column) => `${table}.${column}`)));
}

/** Without comments, texts and quotes, which may hold words that look like others. */
function plain(sql: string): string {
  return sql
    .replace(/--.*$/gm, '')
    .replace(/'(?:[^']|'')*'/g, "''")
    .replaceAll('"', '')
    .replace(/\s+/g, ' ')
    .toLowerCase();
}

/** The statement begins with the name of its table; a new table's columns stand in brackets behind it, changes without. */
function change(tables: Map<string, Set<string>>, statement: string): void {
  const table = wordIn(statement);
  const columns = tables.get(table) ?? new Set();
  tables.set(table, columns);
  for (const part of parts(statement.slice(table.length).trim())) {
    const renamed = /^rename to (\w+)/.exec(part)?.[1];
    if (renamed !== undefined) {
      tables.delete(table);
      tables.set(renamed, columns);
    } else apply(columns, part);
  }
}

function apply(columns: Set<string>, part: string): void {
  const [, verb, what = ''] =
    /^(?:(add|drop|rename|alter|validate|set|owner|enable)\b)?\s*(?:column )?(?:if (?:not )?exists )?(.*)$/.exec(part) ?? [];
  if (CONSTRAINT.test(what)) return;
  const [name, to] = [wordIn(what), / to (\w+)/.exec(what)?.[1]];
  if (verb === 'drop' || verb === 'rename') columns.delete(name);
  if (verb === 'rename' && to !== undefined) columns.add(to);
  if ((verb === undefined || verb === 'add') && name !== '') columns.add(name);
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

/** The first word, which may be of two names: `zoo.animal`. */
function wordIn(text: string): string {
  return /^[\w.]+/.exec(text)?.[0] ?? '';
}
