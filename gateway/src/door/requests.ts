import type { IncomingMessage, ServerResponse } from 'node:http';
import { addressKey } from '@agora/platform/budgets/address-key';
import { sendJson } from '@agora/platform/http-messages';
import { Allowance } from '../allowance.ts';
import type { ClientAddress } from './client-address.ts';
import type { ConnectionLimits } from './connection-limits.ts';

/** Takes room for so many bytes of a body until its request is over; false where there is none. */
export type TakeBytes = (bytes: number) => boolean;

/** Bounds the requests that are under way, and the bytes of their bodies. */
export class Requests {
  readonly #clientAddress: ClientAddress;
  readonly #underWay: Allowance;
  /** Also of operations on sockets. */
  readonly bytes: Allowance;

  constructor(limits: ConnectionLimits, clientAddress: ClientAddress) {
    this.#clientAddress = clientAddress;
    this.#underWay = new Allowance({ what: 'requests', most: limits.MAX_REQUESTS, mostEach: limits.MAX_REQUESTS_PER_ADDRESS });
    this.bytes = new Allowance({
      what: 'request bytes',
      most: limits.MAX_REQUEST_BYTES,
      mostEach: limits.MAX_REQUEST_BYTES_PER_ADDRESS,
    });
  }

  /** Null where there are too many. */
  begin(request: IncomingMessage, response: ServerResponse): TakeBytes | null {
    const address = addressKey(this.#clientAddress(request));
    if (!this.#underWay.take(address)) return null;
    let taken = 0;
    response.on('close', () => {
      this.#underWay.giveBack(address);
      if (taken > 0) this.bytes.giveBack(address, taken);
    });
    return (bytes) => {
      if (response.closed || !this.bytes.take(address, bytes)) return false;
      taken += bytes;
      return true;
    };
  }
}

const RETRY_AFTER_SECONDS = 1;

/** The client may come again; its connection is closed, for what it is still sending nobody wants. */
export function sendBusy(response: ServerResponse): void {
  response.setHeader('connection', 'close').setHeader('retry-after', String(RETRY_AFTER_SECONDS));
  const extensions = { code: 'RATE_LIMITED', retryAfterSeconds: RETRY_AFTER_SECONDS };
  sendJson(response, 429, { errors: [{ message: 'Too much is under way. Come again in a moment.', extensions }] });
}
