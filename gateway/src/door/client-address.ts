import type { IncomingMessage } from 'node:http';
import { BlockList, isIP, isIPv6, type Socket } from 'node:net';

/** The address of whoever sent a request; empty where the connection is gone already. */
export type ClientAddress = (request: IncomingMessage) => string;

/**
 * It is the address of the connection, but for a connection of a trusted proxy, which says by `X-Forwarded-For` whom it
 * speaks for: of the addresses there the last counts that is no trusted proxy's itself. What stands before it, anybody may
 * have written.
 */
export function createClientAddress(trustedProxies: readonly string[]): ClientAddress {
  const isTrusted = createTrust(trustedProxies);
  const known = new WeakMap<Socket, string>();
  const addressOf = (socket: Socket) => {
    const address = plainAddress(socket.remoteAddress ?? '');
    known.set(socket, address);
    return address;
  };
  return ({ headers, socket }) => {
    const address = known.get(socket) ?? addressOf(socket);
    const forwarded = headers['x-forwarded-for'];
    return forwarded !== undefined && isTrusted(address) ? lastUntrusted(address, String(forwarded), isTrusted) : address;
  };
}

/** Whether this is an address or a network, like 10.0.0.0/8. */
export function isNetwork(text: string): boolean {
  const [address = '', prefix, ...rest] = text.split('/');
  if (isIP(address) === 0 || rest.length > 0) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= longestPrefix(address));
}

type Trust = (address: string) => boolean;

function createTrust(networks: readonly string[]): Trust {
  const trusted = new BlockList();
  for (const network of networks) {
    const [address = '', prefix] = network.split('/');
    trusted.addSubnet(address, prefix === undefined ? longestPrefix(address) : Number(prefix), familyOf(address));
  }
  return networks.length === 0 ? () => false : (address) => trusted.check(address, familyOf(address));
}

/** A hop that is no address ends the way back: whoever forwarded it is the last one that is known. */
function lastUntrusted(connected: string, forwarded: string, isTrusted: Trust): string {
  let known = connected;
  for (const hop of forwarded.split(',').reverse()) {
    const address = addressIn(hop.trim());
    if (address === null) return known;
    known = address;
    if (!isTrusted(known)) return known;
  }
  return known;
}

/** Some proxies add a port. */
function addressIn(hop: string): string | null {
  const [, bracketed, withPort] = /^\[([^\]]*)\](?::\d+)?$|^([\d.]+):\d+$/.exec(hop) ?? [];
  const address = plainAddress(bracketed ?? withPort ?? hop);
  return isIP(address) === 0 ? null : address;
}

/** An IPv4 address that came by a socket for both families is an IPv4 address. */
export function plainAddress(address: string): string {
  return /^::ffff:([\d.]+)$/i.exec(address)?.[1] ?? address;
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIPv6(address) ? 'ipv6' : 'ipv4';
}

function longestPrefix(address: string): number {
  return isIPv6(address) ? 128 : 32;
}
