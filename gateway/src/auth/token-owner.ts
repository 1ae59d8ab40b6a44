/** The subgraph that signs tokens and ends sessions. */
export const TOKEN_OWNER = 'user';
