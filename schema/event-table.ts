import type { Named } from './asyncapi.ts';
import { operatorEvents } from './events/operator.ts';

/** Every event of the marketplace for people: who announces it, who reacts. Those that each service has are left out. */
export function eventTable(named: readonly Named[]): string {
  const own = named.filter(({ event: { owner, type } }) => !Object.values(operatorEvents(owner)).some((event) => event.type === type));
  const rows = own.map(
    ({ event, consumers }) =>
      `| \`${event.type}\` | ${event.description} | ${linked(event.owner)} | ${consumers.map(reacts).join(', ') || 'nobody yet'} |`,
  );
  return `<!-- Made by "npm run codegen" from schema/events/ and the reactions of every subgraph. -->

# Events

What a service announces with the change that it tells of, and who reacts to it. Their data is in [asyncapi.json](../schema/asyncapi.json), how they
are kept in order and applied once in [the architecture](architecture.md).

| event | when | announced by | who reacts |
|---|---|---|---|
${rows.join('\n')}
`;
}

function linked(subgraph: string): string {
  return `[${subgraph}](../subgraphs/${subgraph}/)`;
}

function reacts(subgraph: string): string {
  return `[${subgraph}](../subgraphs/${subgraph}/src/reactions.ts)`;
}
