import { isIPv6 } from 'node:net';

const GROUPS = 8;
const GROUPS_OF_NETWORK = 4;

/** Whose address it is, as the key of a budget. An IPv6 address stands for its /64: one household or machine has all of it. */
export function addressKey(address: string): string {
  return address.includes(':') && isIPv6(address) ? `${networkOf(address)}::/64` : address;
}

function networkOf(address: string): string {
  const [front = [], back = []] = address.split('::').map((part) => (part === '' ? [] : part.split(':')));
  const zeros = Array.from({ length: Math.max(0, GROUPS - front.length - back.length) }, () => '0');
  const network = [...front, ...zeros, ...back].slice(0, GROUPS_OF_NETWORK);
  return network.map((group) => parseInt(group, 16).toString(16)).join(':');
}
