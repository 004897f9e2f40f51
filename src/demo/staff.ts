import { DEMO_CUSTOMERS, DEMO_OPERATOR } from './people.ts';
import type { DemoPerson } from './people.ts';
import { demoShop } from './shops.ts';

type Worker = Pick<DemoPerson, 'key' | 'name' | 'phone'>;

function ownerOf(handle: string, worker: Worker): DemoPerson {
  return working(handle, 'owner', worker);
}

function agentOf(handle: string, worker: Worker): DemoPerson {
  return working(handle, 'agent', worker);
}

/** They live where their shop is and write as it writes. */
function working(handle: string, as: 'owner' | 'manager' | 'agent', worker: Worker): DemoPerson {
  const { country, languages } = demoShop(handle);
  return { ...worker, country, language: languages[0] ?? 'en', role: { kind: 'staff', shop: handle, as } };
}

/** Each shop has an owner and at least one agent; the grocer has a manager too. */
export const DEMO_STAFF: readonly DemoPerson[] = [
  ownerOf('sabzi-mandi', { key: 'sunita', name: 'Sunita Naik', phone: '+919999900011' }),
  working('sabzi-mandi', 'manager', { key: 'joseph', name: 'Joseph Fernandes', phone: '+919999900012' }),
  agentOf('sabzi-mandi', { key: 'imran', name: 'Imran Shaikh', phone: '+919999900013' }),
  agentOf('sabzi-mandi', { key: 'neha', name: 'Neha Gaonkar', phone: '+919999900014' }),

  ownerOf('volt-bazaar', { key: 'arjun', name: 'Arjun Rao', phone: '+919999900021' }),
  agentOf('volt-bazaar', { key: 'divya', name: 'Divya Nair', phone: '+919999900022' }),

  ownerOf('rasoi-ghar', { key: 'kamla', name: 'Kamla Sharma', phone: '+919999900031' }),
  agentOf('rasoi-ghar', { key: 'rohit', name: 'Rohit Meena', phone: '+919999900032' }),

  ownerOf('rose-and-rye', { key: 'rose', name: 'Rose Carter', phone: '+442079460111' }),
  agentOf('rose-and-rye', { key: 'ria', name: 'Ria Carter', phone: '+442079460112' }),

  ownerOf('casa-jacaranda', { key: 'jimena', name: 'Jimena Ortiz', phone: '+525500000111' }),
  agentOf('casa-jacaranda', { key: 'diego', name: 'Diego Márquez', phone: '+525500000112' }),

  ownerOf('rumah-jati', { key: 'bambang', name: 'Bambang Wijaya', phone: '+6281200000111' }),
  agentOf('rumah-jati', { key: 'sari', name: 'Sari Utami', phone: '+6281200000112' }),

  ownerOf('cancha-y-sol', { key: 'andres', name: 'Andrés Gómez', phone: '+573000000111' }),
  agentOf('cancha-y-sol', { key: 'paula', name: 'Paula Zapata', phone: '+573000000112' }),

  ownerOf('tempo-e-motori', { key: 'giulia', name: 'Giulia Bellini', phone: '+393200000111' }),
  agentOf('tempo-e-motori', { key: 'luca', name: 'Luca Neri', phone: '+393200000112' }),
];

export const DEMO_PEOPLE: readonly DemoPerson[] = [...DEMO_CUSTOMERS, ...DEMO_STAFF, DEMO_OPERATOR];
