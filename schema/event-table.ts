import type { Named, NamedProjection } from './asyncapi.ts';
import { operatorEvents } from './events/operator.ts';

/** Every event of the marketplace for people: who announces it, who reacts, and what is kept of it. Those that each service has are left out. */
export function eventTable(named: readonly Named[], projections: readonly NamedProjection[]): string {
  const own = named.filter(({ event: { owner, type } }) => !Object.values(operatorEvents(owner)).some((event) => event.type === type));
  const rows = own.map(
    ({ event, consumers }) =>
      `| \`${event.type}\` | ${event.description} | ${linked(event.owner)} | ${consumers.map(reacts).join(', ') || 'nobody yet'} |`,
  );
  const kept = projections.map(
    ({ subgraph, name, description, types }) =>
      `| ${name} | ${description} | ${linked(subgraph)} | ${types.map((type) => `\`${type}\``).join(', ')} | \`npm run operate -- rebuild ${name}\` |`,
  );
  return `<!-- Made by "npm run codegen" from schema/events/ and the reactions of every subgraph. -->

# Events

What a service announces with the change that it tells of, and who reacts to it. Their data is in [asyncapi.json](../schema/asyncapi.json), how they
are kept in order and applied once in [the architecture](architecture.md).

| event | when | announced by | who reacts |
|---|---|---|---|
${rows.join('\n')}

## Projections

What a service keeps of others' events, so that it need not ask them. The command compares it with what the events make of it, and puts that in its
place where it is told to; see [operating](operating.md#projections).

| projection | what it holds | kept by | made of | filled again by |
|---|---|---|---|---|
${kept.join('\n')}
`;
}

function linked(subgraph: string): string {
  return `[${subgraph}](../subgraphs/${subgraph}/)`;
}

function reacts(subgraph: string): string {
  return `[${subgraph}](../subgraphs/${subgraph}/src/reactions.ts)`;
}
