/** Where `npm start` of the marketplace answers. */
export const AGORA_URL = 'http://localhost:4000/graphql';
