import { gql } from '@apollo/client';
import { client } from '../../examples/apollo-client/src/client.ts';

globalThis.ask = async (text) => (await client.query({ query: gql(text) })).data;
