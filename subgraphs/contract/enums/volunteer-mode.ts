import { defineEnum } from './define-enum.ts';

/** How volunteer work is organized, in the words of the 19th ICLS. Only with the definition SURVEY_ICLS19. */
export const VolunteerMode = defineEnum(
  'VolunteerMode',
  'How volunteer work is organized, in the words of the 19th ICLS. Only with the definition SURVEY_ICLS19.',
  {
    DIRECT: 'For others directly, outside any organization.',
    ORGANIZATION_BASED: 'Through or for an organization.',
    BOTH: 'Both together.',
  },
);
export type VolunteerMode = keyof typeof VolunteerMode;
