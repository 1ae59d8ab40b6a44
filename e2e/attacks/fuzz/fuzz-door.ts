import { Random } from '@agora/executor/testing/random';
import type { Agora } from '../../agora.ts';
import { ask } from '../../client.ts';
import { signIn } from '../../shop.ts';
import { exchange, hostileRequest } from './http.ts';
import { converse, hostileConversation } from './sockets.ts';

export interface FuzzOptions {
  readonly seed: number;
  readonly from: number;
  readonly cases: number;
}

/** A case that the door answered wrongly: the same seed and number send the same again. */
export interface Finding {
  readonly number: number;
  readonly sent: string;
  readonly answer: string;
}

const AT_ONCE = 8;

/** What every subgraph has a part in. */
const PAGE = `{
  products(first: 2) { nodes { id name seller { displayName } } }
  communities(first: 2) { nodes { name } }
  viewer { displayName unreadNotificationCount orders(first: 1) { totalCount } }
}`;

/** Sends hostile values in every header, extension and frame field that the door reads, and tells which it took amiss. */
export async function fuzzDoor(agora: Agora, { seed, from, cases }: FuzzOptions): Promise<Finding[]> {
  const { token } = await signIn(agora, 'buyer');
  const findings: Finding[] = [];
  let next = from;
  const sendSome = async () => {
    while (next < from + cases) {
      const number = next++;
      const finding = await sendOne(agora, new Random(seed, number), token);
      if (finding) findings.push({ number, ...finding });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, sendSome));
  return findings;
}

async function sendOne(agora: Agora, random: Random, token: string): Promise<Omit<Finding, 'number'> | null> {
  if (random.chance(0.6)) {
    const request = hostileRequest(random, PAGE, token);
    const answer = await exchange(agora.url, request);
    return isAmiss(answer) ? { sent: request.toString(), answer } : null;
  }
  const conversation = hostileConversation(random, PAGE, token);
  const { said, code } = await converse(agora.url, conversation);
  const answer = `${said}closed with ${code}`;
  return isAmiss(said) || isOurs(code) ? { sent: JSON.stringify(conversation), answer } : null;
}

/** Nothing that a client sends is the fault of the server, or takes a part of the graph away. */
function isAmiss(answer: string): boolean {
  return /^HTTP\/1\.1 5/.test(answer) || answer.includes('INTERNAL_SERVER_ERROR') || answer.includes('SUBGRAPH_UNAVAILABLE');
}

/** Close codes with which a server says that something went wrong on its side. */
function isOurs(code: number | null): boolean {
  return code === 1006 || code === 1011 || code === 4500;
}

/** What is wrong with the answer of every subgraph to a good question; null when nothing is. */
export async function brokenParts(agora: Agora): Promise<unknown> {
  const { errors, data } = await ask(agora, PAGE, {}, await signIn(agora, 'buyer'));
  const missing = Object.entries(data ?? { everything: null }).filter(([, part]) => part === null);
  return errors ?? (missing.length > 0 ? missing : null);
}

/** Lines of the log that say that something of ours failed. */
export function errorLines(agora: Agora): string[] {
  return agora
    .output()
    .split('\n')
    .filter((line) => /"level":(50|60)/.test(line));
}
