const LENGTH = 140;
const DIRECTIONS = /[\u202a-\u202e\u2066-\u2069]/g;

/** The first words of a text, on one line; nothing in it turns round what stands beside it. */
export function excerptOf(text: string): string {
  const line = text.replace(DIRECTIONS, '').replace(/\s+/g, ' ').trim();
  const characters = Array.from(line);
  if (characters.length <= LENGTH) return line;
  const cut = characters.slice(0, LENGTH).join('');
  return `${cut.replace(/\s\S*$/, '')}…`;
}
