import { randomBytes } from 'node:crypto';
import type { Stage } from '../screen.ts';
import { signIn } from '../shop.ts';

export async function play({ agora, send }: Stage): Promise<void> {
  const admin = await signIn(agora, 'admin');
  const mark = randomBytes(4).toString('hex');
  const add = async (input: object) =>
    (await send('AttributeAdd', { input }, admin)).text('attributeDefinitionCreate.attributeDefinition.id');
  const length = await add({ key: `stem_${mark}`, names: [{ locale: 'en', text: 'Stem' }], kind: 'NUMBER', unit: 'cm' });
  const red = { value: 'red', labels: [{ locale: 'en', text: 'Red' }] };
  const colour = await add({ key: `petals_${mark}`, names: [{ locale: 'en', text: 'Petals' }], kind: 'CHOICE', choices: [red] });
  const names = [{ locale: 'es', text: 'Tallo' }];
  await send('AttributeSave', { input: { attributeDefinitionId: length, names, unit: 'mm', expectedVersion: 1 } }, admin);
  const white = { value: 'white', labels: [{ locale: 'es', text: 'Blanco' }] };
  await send('AttributeSave', { input: { attributeDefinitionId: colour, choices: [red, white] } }, admin);

  const branch = async (name: string, parentId: string | null) => {
    const translations = [{ locale: 'en', name, description: `${name}, cut in the morning.` }];
    const added = await send('BranchAdd', { input: { translations, slug: `${name.toLowerCase()}-${mark}`, parentId } }, admin);
    return added.text('categoryCreate.category.id');
  };
  const flowers = await branch('Flowers', null);
  const asked = [{ attributeDefinitionId: length, isRequired: true }];
  await send('BranchAttributes', { input: { categoryId: flowers, attributes: asked } }, admin);
  const roses = await branch('Roses', flowers);
  await send('BranchAttributes', { input: { categoryId: roses, attributes: [{ attributeDefinitionId: colour }] } }, admin);
  await send(
    'BranchSave',
    { input: { categoryId: roses, translations: [{ locale: 'es', name: 'Rosas', description: 'De tallo largo.' }] } },
    admin,
  );
  const tulips = await branch('Tulips', flowers);
  await send('BranchMove', { input: { categoryId: tulips, parentId: flowers, position: 0 } }, admin);
  await send('CatalogueTree', {}, admin);
  for (const key of [`stem_${mark}`, `petals_${mark}`]) await send('AttributeForm', { key }, admin);
  for (const categoryId of [tulips, roses, flowers]) await send('BranchDrop', { input: { categoryId } }, admin);
  for (const id of [length, colour]) await send('AttributeDrop', { id }, admin);
}
