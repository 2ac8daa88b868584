import { foldText } from '../../../contract/text/fold-text.ts';
import { wordsOf } from './place-vocabulary.ts';

/** Usual legal forms, written out and abbreviated, in Russian, Kazakh, Uzbek. Those that rows name are taken beside them. */
const USUAL = [
  'республиканское общественное объединение',
  'общественное объединение',
  'всероссийское общественное движение',
  'общественное движение',
  'всероссийская общественная организация',
  'общественная организация',
  'автономная некоммерческая организация',
  'общественный фонд',
  'корпоративный фонд',
  'благотворительный фонд',
  'некоммерческая организация',
  'негосударственная некоммерческая организация',
  'роо',
  'воо',
  'вод',
  'оф',
  'оо',
  'кф',
  'бф',
  'ано',
  'нко',
  'нно',
  'республикалық қоғамдық бірлестігі',
  'республикалық қоғамдық бірлестік',
  'қоғамдық бірлестігі',
  'қоғамдық бірлестік',
  'қоғамдық қоры',
  'қоғамдық қор',
  'рқб',
  'қб',
  'ққ',
  'nodavlat notijorat tashkiloti',
  'jamoat birlashmasi',
  'jamoat fondi',
  'nnt',
];

/** Legal forms as folded words, longest first. */
export function legalForms(told: Iterable<string>): (readonly string[])[] {
  const forms = new Set([...USUAL, ...told].map((form) => wordsOf(foldText(form)).join(' ')));
  return [...forms]
    .filter((form) => form !== '')
    .map((form) => form.split(' '))
    .toSorted((a, b) => b.length - a.length);
}
