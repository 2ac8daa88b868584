import type { TextVersions } from '../values/localized-text.ts';

/** A wording of the project's own in all four languages: none is missing, and none is the original. */
export interface Labels extends TextVersions {
  readonly ru: string;
  readonly kk: string;
  readonly uz: string;
  readonly en: string;
}

/** A wording in four languages, in the order Russian, Kazakh, Uzbek, English. */
export const labels = (ru: string, kk: string, uz: string, en: string): Labels => ({ ru, kk, uz, en });
