/** What a marketplace looks at before it shows a review. */
export interface HouseRules {
  /** Whether a moderator looks at every review first. */
  readonly holdsAll: boolean;
  /** Words that no review has; in any case and with any accents. */
  readonly forbiddenWords: readonly string[];
}

const LINK = /https?:|www\.|\b[a-z0-9-]{2,}\.(?:com|net|org|info|biz|shop|store|online|site|top|xyz|link|io|co|es|pt|br|mx|ar|cl|pe)\b/i;
const MAIL = /[\p{L}\p{N}._%+-]+\s*(?:@|\(at\)|\[at\])\s*[\p{L}\p{N}-]+\s*(?:\.|\(dot\)|\[dot\])\s*\p{L}{2,}/iu;
const DATE = /\b\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\b/g;
/** Eight digits or more, however they are set apart. */
const PHONE = /(?:\+|\b)\d(?:[ ().\-/]{0,2}\d){7,}/;
const SHOUTED_FROM_LETTERS = 20;
const SHOUTED_SHARE = 0.7;

/** Whether a review may be shown before anybody has looked at it: none that leads elsewhere, shouts or has a forbidden word. */
export function passesFirstLook({ title, body }: { readonly title: string | null; readonly body: string }, rules: HouseRules): boolean {
  const text = `${title ?? ''}\n${body}`;
  return (
    !rules.holdsAll &&
    ![LINK, MAIL].some((pattern) => pattern.test(text)) &&
    !PHONE.test(text.replace(DATE, ' ')) &&
    !shouts(text) &&
    !hasOneOf(text, rules.forbiddenWords)
  );
}

/** Scripts without capital letters never do. */
function shouts(text: string): boolean {
  const [large, small] = [text.match(/\p{Lu}/gu)?.length ?? 0, text.match(/\p{Ll}/gu)?.length ?? 0];
  return large + small >= SHOUTED_FROM_LETTERS && large / (large + small) > SHOUTED_SHARE;
}

function hasOneOf(text: string, forbidden: readonly string[]): boolean {
  const words = ` ${plain(text)} `;
  return forbidden.some((word) => plain(word) !== '' && words.includes(` ${plain(word)} `));
}

/** Words as they are compared, with one blank between them. */
function plain(text: string): string {
  const bare = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return (bare.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}
