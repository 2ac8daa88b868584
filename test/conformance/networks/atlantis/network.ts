import type { Network } from '../../../../subgraphs/national/network.ts';
import { policy } from './policy.ts';

/** A made-up country with a code that ISO 3166-1 leaves to its users: it proves that a network is facts alone. */
export const network: Network = {
  subgraph: 'atlantis',
  country: 'XA',
  typeName: 'AtlantisNetwork',
  names: { ru: 'Атлантида', kk: 'Атлантида', uz: 'Atlantida', en: 'Atlantis', original: 'Atlantis', originalLanguage: 'en' },
  languages: ['en'],
  founded: '1996-03',
  website: 'https://atlantis.example',
  contactPoint: 'Office of the volunteers',
  policy,
  dataFolder: new URL('./data/', import.meta.url),
};
