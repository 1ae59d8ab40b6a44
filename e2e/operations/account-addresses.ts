import { randomUUID } from 'node:crypto';
import type { Stage } from '../screen.ts';
import { register } from '../shop.ts';

const postalAddress = {
  recipientName: 'Ana Torres',
  companyName: 'Torres e hijas',
  line1: 'Calle 10 # 5-51',
  line2: 'Apto 402',
  city: 'Bogotá',
  region: 'Cundinamarca',
  postalCode: '110321',
  countryCode: 'CO',
  phone: '+573001234567',
};

export async function play({ agora, send }: Stage): Promise<void> {
  const ana = await register(agora, 'Ana Torres');
  const input = { label: 'Casa', postalAddress, isDefaultShipping: true };
  const id = (await send('AddressAdd', { input, key: randomUUID() }, ana)).text('addressCreate.address.id');
  await send('AddressAdd', { input: { ...input, label: 'Taller' }, key: randomUUID() }, ana);
  await send('AccountAddresses', {}, ana);
  await send('AddressSave', { input: { addressId: id, label: 'Mi casa', isDefaultBilling: true, expectedVersion: 1 } }, ana);
  await send('AddressRemove', { id }, ana);
}
