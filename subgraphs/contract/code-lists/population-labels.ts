import { type Labels, labels } from './labels.ts';

/** Parts of the counted ones, as they stand in brackets behind an indicator. The codes are the owners': one that is not here is shown as it is. */
export const populationLabels: Readonly<Record<string, Labels>> = {
  CHILDREN: labels('дети', 'балалар', 'bolalar', 'children'),
  EXPERIENCED: labels('опытные', 'тәжірибелі', 'tajribali', 'experienced'),
  LARGE: labels('крупные', 'ірі', 'yirik', 'large'),
  MEDICAL: labels('медики', 'медиктер', 'tibbiyot xodimlari', 'medical'),
  YOUTH: labels('молодёжь', 'жастар', 'yoshlar', 'youth'),
};
