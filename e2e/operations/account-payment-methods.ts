import type { Stage } from '../screen.ts';

export async function play({ send }: Stage): Promise<void> {
  await send('AccountPaymentMethods', {});
}
