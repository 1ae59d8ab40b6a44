/** A mail as it is handed to a mail server. */
export interface Letter {
  /** Of the e-mail: whoever gets it twice can tell by it. */
  readonly id: string;
  readonly to: string;
  /** BCP 47. */
  readonly language: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** What the server said of a mail that it took. */
export interface Receipt {
  readonly response: string;
  /** The server's own id of it, where it says one. */
  readonly providerMessageId: string | null;
}

/** Where mails go: to a mail server, or into a folder. */
export interface Delivery {
  /** Throws `Undelivered` where the server said no; any other error is one of the way to it. */
  deliver(letter: Letter, signal: AbortSignal): Promise<Receipt>;
  stop(): void;
}

/** That a mail server did not take a mail. */
export class Undelivered extends Error {
  override readonly name = 'Undelivered';
  /** What it said. */
  readonly response: string;
  /** Whether it will never take it. */
  readonly isFinal: boolean;

  constructor(response: string, isFinal: boolean) {
    super(response);
    this.response = response;
    this.isFinal = isFinal;
  }
}
