import type { EventDefinition as Definition } from './event-catalog.ts';

export type EventDefinition = Definition;
