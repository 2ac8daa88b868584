import { defineEnum } from './define-enum.ts';

/** A language that names and texts can be asked in. Input only. */
export const Language = defineEnum(
  'Language',
  'A language to answer in. Where a text is missing in it: the original, then Russian, then English, then any.',
  {
    RU: 'Russian.',
    KK: 'Kazakh.',
    UZ: 'Uzbek, in Latin script.',
    EN: 'English.',
  },
);
export type Language = keyof typeof Language;
