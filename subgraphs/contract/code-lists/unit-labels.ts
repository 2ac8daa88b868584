import { type Labels, labels } from './labels.ts';

/** Names of the units of measure, standing alone. Keys: the codes of units.ts. Behind a number the forms of citation/ are used. */
export const unitLabels: Readonly<Record<string, Labels>> = {
  IE: labels('человек', 'адам', 'kishi', 'people'),
  C62: labels('единица', 'бірлік', 'birlik', 'items'),
  H87: labels('штука', 'дана', 'dona', 'pieces'),
  HUR: labels('час', 'сағат', 'soat', 'hours'),
  MIN: labels('минута', 'минут', 'daqiqa', 'minutes'),
  ANN: labels('год (возраст)', 'жас', 'yosh', 'years'),
  TNE: labels('тонна', 'тонна', 'tonna', 'tonnes'),
  KGM: labels('килограмм', 'килограмм', 'kilogramm', 'kilograms'),
};
