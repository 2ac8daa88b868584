import type { Network } from '../national/network.ts';
import { policy } from './policy.ts';

/** Uzbekistan's network: facts only. */
export const network: Network = {
  subgraph: 'uzbekistan',
  country: 'UZ',
  typeName: 'UzbekistanNetwork',
  names: { ru: 'Узбекистан', kk: 'Өзбекстан', uz: 'Oʻzbekiston', en: 'Uzbekistan', original: 'Oʻzbekiston', originalLanguage: 'uz' },
  languages: ['uz', 'ru'],
  founded: null,
  website: null,
  contactPoint: null,
  policy,
  dataFolder: new URL('./data/', import.meta.url),
};
