import type { Money as PlatformMoney } from '@agora/platform/money';

export type Money = PlatformMoney;
