import type { Sentence } from '@agora/platform/input/sentence';
import Bowser from 'bowser';
import { LRUCache } from 'lru-cache';
import { sentences } from './sentences.ts';

/** What a browser or app says of itself, which anybody can make up: it is shown, and decides nothing. */
export interface Device {
  readonly kind: 'DESKTOP' | 'MOBILE' | 'TABLET' | 'OTHER';
  readonly browser: string | null;
  readonly operatingSystem: string | null;
}

const KINDS: ReadonlyMap<string | undefined, Device['kind']> = new Map([
  ['desktop', 'DESKTOP'],
  ['mobile', 'MOBILE'],
  ['tablet', 'TABLET'],
]);

/** The first product of a `User-Agent` (https://www.rfc-editor.org/rfc/rfc9110#section-10.1.5), which is `Mozilla` for every browser. */
const PRODUCT = /^(?!Mozilla\/)([^\s/]{1,50})/;

const UNKNOWN: Device = { kind: 'OTHER', browser: null, operatingSystem: null };

/** What an entry takes beside its key. */
const ENTRY_BYTES = 500;

const known = new LRUCache<string, Device>({
  maxSize: 1_000_000,
  sizeCalculation: (_, userAgent) => ENTRY_BYTES + userAgent.length,
});

export function deviceOf(userAgent: string | null): Device {
  if (!userAgent) return UNKNOWN;
  return known.get(userAgent) ?? remembered(userAgent, deviceIn(userAgent));
}

function remembered(userAgent: string, device: Device): Device {
  known.set(userAgent, device);
  return device;
}

/** Tries more than a hundred patterns on what a client has written. */
function deviceIn(userAgent: string): Device {
  const { browser, os, platform } = Bowser.parse(userAgent);
  return {
    kind: KINDS.get(platform.type) ?? 'OTHER',
    browser: browser.name || PRODUCT.exec(userAgent)?.[1] || null,
    operatingSystem: os.name || null,
  };
}

/** To show: "Firefox on Windows". */
export function labelOf({ browser, operatingSystem }: Device): Sentence {
  if (browser && operatingSystem) return sentences.browserOnSystem(browser, operatingSystem);
  const known = browser ?? operatingSystem;
  return known ? { en: known, es: known, pt: known } : sentences.unknownDevice;
}
