/** Where a command says things. */
export interface Terminal {
  /** What was asked for. */
  say(text: string): void;
  /** What else there is to know. */
  warn(text: string): void;
  /** How far it is, each time it looks. */
  progress(text: string, isLast: boolean): void;
}

/** Standard output and standard error; progress is one line on a terminal, elsewhere a line where something has changed. */
export function standardTerminal(): Terminal {
  let last = '';
  return {
    say: (text) => console.log(text),
    warn: (text) => console.error(text),
    progress(text, isLast) {
      if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}${isLast ? '\n' : ''}`);
      else if (text !== last) console.error(text);
      last = text;
    },
  };
}
