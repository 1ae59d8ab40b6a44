import type { ServerResponse } from 'node:http';
import { sendProblem } from '@agora/platform/http-messages';
import { sendBusy } from './requests.ts';

/** Why the body of a request cannot be read, as its client is told. */
export interface Unreadable {
  readonly status: number;
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const CODINGS = 'gzip, deflate, br';

export const NO_ROOM: Unreadable = { status: 429, message: 'Too much is under way.' };
export const TOO_LARGE: Unreadable = { status: 413, message: 'The request is larger than 1 MB.', headers: { connection: 'close' } };
export const UNKNOWN_CODING: Unreadable = {
  status: 415,
  message: `A body is compressed as one of ${CODINGS}, or not at all.`,
  headers: { 'accept-encoding': CODINGS },
};
export const BROKEN: Unreadable = { status: 400, message: 'The body is not compressed as its content-encoding says.' };
export const NO_JSON: Unreadable = {
  status: 415,
  message: 'An operation is posted as JSON in UTF-8, with the content-type application/json.',
};
export const INVALID_JSON: Unreadable = { status: 400, message: 'The body is not valid JSON.' };

export function sendUnreadable(response: ServerResponse, why: Unreadable): void {
  if (why === NO_ROOM) return sendBusy(response);
  const { status, message, headers = {} } = why;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  sendProblem(response, status, message);
}
