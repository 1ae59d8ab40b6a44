import type { Stage } from '../screen.ts';

export async function play({ send }: Stage): Promise<void> {
  await send('SearchBox', { query: 'ce' });
  await send('SearchBox', { query: 'stonware' });
}
