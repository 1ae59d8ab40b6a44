import { FEATURES, type Feature, type Outcome, type Results, type Row } from './table.ts';
import type { Marketplace } from './marketplace.ts';

const AFTER_RESTART: readonly Feature[] = ['restart', 'token expiry', 'refresh'];
const BEFORE_RESTART = FEATURES.filter((feature) => !AFTER_RESTART.includes(feature));

/** Tries all clients at the same time; between the two halves the marketplace is stopped and started again under them. */
export async function runRows(market: Marketplace, rows: readonly Row[]): Promise<Results> {
  const results = new Map(rows.map(({ client }) => [client, new Map<Feature, Outcome>()]));
  const half = (features: readonly Feature[]) =>
    Promise.all(
      rows.map(async (row) => {
        for (const feature of features) results.get(row.client)?.set(feature, await outcomeOf(row, feature));
      }),
    );
  await half(BEFORE_RESTART);
  await market.restart(async () => {
    await Promise.all(rows.map(async (row) => row.whileAway?.()));
  });
  await half(AFTER_RESTART);
  return results;
}

async function outcomeOf({ client, cells }: Row, feature: Feature): Promise<Outcome> {
  const check = cells[feature];
  if (typeof check === 'string') return { kind: 'left out', why: check };
  try {
    await check();
    return { kind: 'passed' };
  } catch (error) {
    console.error(`\n${client}, ${feature}: ${error instanceof Error ? error.stack : String(error)}`);
    return { kind: 'failed' };
  }
}
