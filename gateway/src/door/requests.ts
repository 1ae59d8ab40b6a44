import type { IncomingMessage, ServerResponse } from 'node:http';
import { addressKey } from '@agora/platform/budgets/address-key';
import { sendJson } from '@agora/platform/http-messages';
import { Allowance } from '../allowance.ts';
import type { Cancellation } from '../cancellation.ts';
import type { ClientAddress } from './client-address.ts';
import type { Allowances } from './allowances.ts';

/** One request until it is answered, or its client has left. */
export class UnderWay {
  readonly clientAddress: string;
  readonly #bytes: Allowance | null;
  readonly #holder: string;
  #taken = 0;
  #cancellation: Cancellation | null = null;
  #next: (() => void) | null = null;
  #isOver = false;

  constructor(clientAddress: string, bytes: Allowance | null, holder: string) {
    this.clientAddress = clientAddress;
    this.#bytes = bytes;
    this.#holder = holder;
  }

  /** Takes room for so many bytes of the body until the request is over; false where there is none. */
  takeBytes(bytes: number): boolean {
    if (this.#isOver || !this.#bytes?.take(this.#holder, bytes)) return false;
    this.#taken += bytes;
    return true;
  }

  /** For what the request waits; it leaves that when its client leaves unanswered. */
  waitFor(cancellation: Cancellation): void {
    if (this.#isOver) cancellation.leave();
    else this.#cancellation = cancellation;
  }

  /** Calls the work of the request behind it once this one is over; at once where it is. */
  whenOver(work: () => void): void {
    if (this.#isOver) work();
    else this.#next = work;
  }

  /** Lets go of what it waited for, because a connection that rests still knows its last request. */
  end(isAnswered: boolean): void {
    this.#isOver = true;
    if (this.#taken > 0) this.#bytes?.giveBack(this.#holder, this.#taken);
    if (!isAnswered) this.#cancellation?.leave();
    this.#cancellation = null;
    this.#next?.();
    this.#next = null;
  }
}

/** Bounds the requests that are under way, and the bytes of their bodies. */
export class Requests {
  readonly #clientAddress: ClientAddress;
  readonly #underWay: Allowance;
  /** Also of operations on sockets. */
  readonly bytes: Allowance;

  constructor(allowances: Allowances, clientAddress: ClientAddress) {
    this.#clientAddress = clientAddress;
    this.#underWay = new Allowance({ what: 'requests', max: allowances.MAX_REQUESTS, maxEach: allowances.MAX_REQUESTS_PER_ADDRESS });
    this.bytes = new Allowance({
      what: 'request bytes',
      max: allowances.MAX_REQUEST_BYTES,
      maxEach: allowances.MAX_REQUEST_BYTES_PER_ADDRESS,
    });
  }

  /** Null where there are too many. */
  begin(request: IncomingMessage, response: ServerResponse): UnderWay | null {
    if (isProbe(request)) return beginProbe(response);
    const address = this.#clientAddress(request);
    const holder = addressKey(address);
    if (!this.#underWay.take(holder)) return null;
    const underWay = new UnderWay(address, this.bytes, holder);
    response.on('close', () => {
      this.#underWay.giveBack(holder);
      underWay.end(response.writableEnded);
    });
    return underWay;
  }
}

/** Is answered above all when too much is under way: who asks decides by it whether this process lives. */
function isProbe({ url }: IncomingMessage): boolean {
  return url === '/health/live' || url === '/health/ready';
}

/** It takes no body. */
function beginProbe(response: ServerResponse): UnderWay {
  const underWay = new UnderWay('', null, '');
  response.on('close', () => underWay.end(response.writableEnded));
  return underWay;
}

const RETRY_AFTER_SECONDS = 1;

/** The client may come again; its connection is closed, for what it is still sending nobody wants. */
export function sendBusy(response: ServerResponse): void {
  response.setHeader('connection', 'close').setHeader('retry-after', String(RETRY_AFTER_SECONDS));
  const extensions = { code: 'RATE_LIMITED', retryAfterSeconds: RETRY_AFTER_SECONDS };
  sendJson(response, 429, { errors: [{ message: 'Too much is under way. Come again in a moment.', extensions }] });
}
