import { seal, unseal } from '@agora/platform/security/seal';

/** Tax numbers are kept sealed: who has the database alone reads none. */
export interface TaxIds {
  /** What is kept of one. */
  seal(taxId: string): string;
  open(sealed: string): string;
}

export function createTaxIds(masterKey: string): TaxIds {
  return { seal: (taxId) => seal(masterKey, taxId), open: (sealed) => unseal(masterKey, sealed) };
}
