import type { Sentence } from '@agora/platform/input/sentence';
import { type Label, labelIn } from '../names/model/label.ts';
import type { Standing } from '../sellers/model.ts';
import { sentences as attributeSentences } from './attribute-sentences.ts';
import type { MissingAttribute } from './reads/attributes.ts';
import { sentences } from './sentences.ts';

export interface Obstacle {
  readonly code: 'ATTRIBUTE_MISSING' | 'SELLER_NOT_VERIFIED' | 'SELLER_SUSPENDED' | 'TAKEN_DOWN' | 'VARIANT_MISSING';
  readonly message: Sentence;
  /** The attribute it is about, and what that is called. */
  readonly attributeKey?: string;
  readonly attributeNames?: readonly Label[];
}

/** What keeps all that somebody sells off sale; null is whom nobody has spoken of. */
export function sellersProblemsOf(seller: Standing | null): Obstacle[] {
  return [
    ...(seller?.isSuspended ? [{ code: 'SELLER_SUSPENDED', message: sentences.sellerSuspended } as const] : []),
    ...(seller?.isVerified ? [] : [{ code: 'SELLER_NOT_VERIFIED', message: sentences.notVerified } as const]),
  ];
}

/** What keeps a product off sale, whoever sells it: also what it has to tell and does not, and that nothing of it can be bought. */
export function productProblemsOf(
  { takenDownAt }: { readonly takenDownAt?: Date | string | null },
  missing: readonly MissingAttribute[],
  hasVariant: boolean,
): Obstacle[] {
  return [
    ...(takenDownAt == null ? [] : [{ code: 'TAKEN_DOWN', message: sentences.takenDown } as const]),
    ...(hasVariant ? [] : [{ code: 'VARIANT_MISSING', message: sentences.noVariantEnabled } as const]),
    ...missing.map(
      (attribute) =>
        ({
          code: 'ATTRIBUTE_MISSING',
          message: sentenceOfMissing(attribute),
          attributeKey: attribute.key,
          attributeNames: attribute.names,
        }) as const,
    ),
  ];
}

export function sentenceOfMissing({ names }: Pick<MissingAttribute, 'names'>): Sentence {
  return attributeSentences.missing({ en: labelIn(names, ['en']), es: labelIn(names, ['es']), pt: labelIn(names, ['pt']) });
}
