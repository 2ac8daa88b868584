import type { Network } from '../national/network.ts';
import { policy } from './policy.ts';

/** Kazakhstan's network: facts only. */
export const network: Network = {
  subgraph: 'kazakhstan',
  country: 'KZ',
  typeName: 'KazakhstanNetwork',
  names: { ru: 'Казахстан', kk: 'Қазақстан', uz: 'Qozogʻiston', en: 'Kazakhstan', original: 'Қазақстан', originalLanguage: 'kk' },
  languages: ['kk', 'ru'],
  founded: null,
  website: null,
  contactPoint: null,
  policy,
  dataFolder: new URL('./data/', import.meta.url),
};
