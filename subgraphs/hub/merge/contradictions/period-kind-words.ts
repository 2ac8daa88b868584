import { type Labels, labels } from '../../../contract/code-lists/labels.ts';

/** What kind of time a figure is told of, as it stands behind a dash. Keys: the values of PeriodKind. */
export const periodKindWords: Readonly<Record<string, Labels>> = {
  POINT: labels('на определённый день', 'белгілі бір күнге', 'muayyan kunga', 'on a certain day'),
  YEAR: labels('за год', 'бір жыл ішінде', 'bir yil ichida', 'for a year'),
  PREVIOUS_YEAR: labels('за прошлый год', 'өткен жыл ішінде', 'oʻtgan yil ichida', 'for the past year'),
  BEGINNING_OF_YEAR: labels('в начале года', 'жыл басында', 'yil boshida', 'at the beginning of the year'),
  YEAR_TO_DATE: labels('с начала года', 'жыл басынан бері', 'yil boshidan beri', 'since the beginning of the year'),
  RECURRING: labels('регулярно', 'тұрақты түрде', 'muntazam ravishda', 'as a regular figure'),
  EVENT: labels('за время события', 'іс-шара кезінде', 'tadbir davomida', 'during an event'),
  SINCE_FOUNDING: labels('со дня основания', 'құрылған күннен бері', 'tashkil topgan kundan beri', 'since the founding'),
  UNDATED_PRESENT: labels('в настоящее время', 'қазіргі уақытта', 'hozirgi vaqtda', 'at present'),
  PLAN: labels('план', 'жоспар', 'reja', 'a plan'),
  UNSTATED: labels('период не указан', 'кезеңі көрсетілмеген', 'davri koʻrsatilmagan', 'period not stated'),
  OTHER: labels('другой период', 'басқа кезең', 'boshqa davr', 'another period'),
};
