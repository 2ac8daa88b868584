import type { Network } from '../national/network.ts';
import { policy } from './policy.ts';

/** Russia's network: facts only. */
export const network: Network = {
  subgraph: 'russia',
  country: 'RU',
  typeName: 'RussiaNetwork',
  names: { ru: 'Россия', kk: 'Ресей', uz: 'Rossiya', en: 'Russia', original: 'Россия', originalLanguage: 'ru' },
  languages: ['ru'],
  founded: null,
  website: null,
  contactPoint: null,
  policy,
  dataFolder: new URL('./data/', import.meta.url),
};
