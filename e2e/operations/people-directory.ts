import type { Stage } from '../screen.ts';

export async function play({ send }: Stage): Promise<void> {
  await send('PeopleDirectory', {
    filter: { query: 'garden', skillKeys: ['garden-design'], countryCodes: ['FR', 'CO'], languages: ['fr'], isAvailable: true },
    sort: { field: 'RELEVANCE', direction: 'DESC' },
  });
  await send('PeopleDirectory', { filter: { kind: 'BUSINESS', isVerifiedSeller: true } });
  await send('SkillPicker', { query: 'gar' });
}
