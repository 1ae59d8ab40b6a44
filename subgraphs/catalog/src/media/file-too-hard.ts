/** That it takes longer, or more memory, to look at a file than it may. */
export class FileTooHard extends Error {
  override readonly name = 'FileTooHard';
}
