import { impersonal } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';

/** Names in other languages, by language tag. */
export type CategoryTranslations = Readonly<Record<string, { readonly name: string }>>;

const CategorySchema = defineEntity({
  name: 'Category',
  properties: impersonal({
    id: p.text().primary(),
    slug: p.text().unique(),
    name: p.text(),
    parent: () => p.manyToOne(Category).nullable().deleteRule('no action'),
    translations: p.json<CategoryTranslations>(),
  }),
});

/** A branch of the catalogue. The default ones come with the migrations. */
export class Category extends CategorySchema.class {}
CategorySchema.setClass(Category);
