import type { RecordField } from '../../intake/kinds/import-kind.ts';
import type { ColumnMapping, DateForm } from '../../intake/mapping/mapping.ts';
import { type Day, partsOf } from '../day.ts';
import type { SynthProfile } from '../synth-profile.ts';
import { apostropheTyper } from './apostrophe-typer.ts';

/** A value as the network's own export has it: what intake's mapping makes of the cell is the value again. */
export type WriteCell = (value: string | number) => string;

const DECIMALS = 2;
const PER_HOUR = 60;
const FLAGS: Readonly<Record<SynthProfile['language'], readonly [string, string]>> = {
  ru: ['нет', 'да'],
  kk: ['жоқ', 'иә'],
  uz: ['yoʻq', 'ha'],
  en: ['no', 'yes'],
};

/**
 * How values of one field are written into one column: the mapping read backwards.
 * Shape   field, its column, shape of the files, names of regions by id -> writer
 */
export function cellWriterOf(
  field: RecordField,
  column: ColumnMapping,
  profile: SynthProfile,
  regionNames: ReadonlyMap<string, string>,
): WriteCell {
  const typed = apostropheTyper(profile.apostrophes);
  switch (field.type) {
    case 'day':
      return dayWriter(column.date?.[0] ?? 'iso');
    case 'minutes':
      return remembering((minutes) => timeOf(minutes as number, column, profile));
    case 'flag':
      return (value) => typed(wordsFor(column, String(value))[0] ?? FLAGS[profile.language][value as 0 | 1]);
    case 'region':
      return (id) => typed(regionNames.get(id as string) ?? (id as string));
    case 'publication':
      return remembering((id) => wordsFor(column, id as string)[0] ?? (id as string).slice((column.prefix ?? '').length));
    case 'amount':
    case 'count':
      return (value) => decimalOf(value as number, column);
    case 'key':
      return (value) => value as string;
    case 'text':
    case 'code':
      return codeWriter(column, typed);
  }
}

/** The words of the source for a code, in the order of the mapping. */
const wordsFor = ({ codes = {} }: ColumnMapping, code: string): string[] => Object.keys(codes).filter((word) => codes[word] === code);

/** Several words of one code are used in turn, so that intake meets them all. */
function codeWriter(column: ColumnMapping, typed: (text: string) => string): WriteCell {
  const words = new Map<string, readonly string[]>();
  let turn = 0;
  return (code) => {
    const known = words.get(code as string) ?? wordsFor(column, code as string);
    words.set(code as string, known);
    return known.length === 0 ? (code as string) : typed(known[turn++ % known.length] ?? '');
  };
}

function dayWriter(form: DateForm): WriteCell {
  return remembering((day) => {
    const { year, month, date } = partsOf(day as Day);
    const [mm, dd] = [String(month).padStart(2, '0'), String(date).padStart(2, '0')];
    switch (form) {
      case 'dd.mm.yyyy':
        return `${dd}.${mm}.${year}`;
      case 'dd.mm.yy':
        return `${dd}.${mm}.${String(year).slice(2)}`;
      case 'mm/dd/yyyy':
        return `${mm}/${dd}/${year}`;
      default:
        return `${year}-${mm}-${dd}`;
    }
  });
}

function timeOf(minutes: number, column: ColumnMapping, { hours }: SynthProfile): string {
  if (column.unit !== 'hours') return String(minutes);
  if (hours === 'clock') return `${Math.floor(minutes / PER_HOUR)}:${String(minutes % PER_HOUR).padStart(2, '0')}`;
  return decimalOf(minutes / PER_HOUR, column);
}

/** At most two decimals: no minute is lost by them. */
export function decimalOf(value: number, { number: sign = 'comma' }: Pick<ColumnMapping, 'number'>): string {
  const text = String(Number(value.toFixed(DECIMALS)));
  return sign === 'comma' ? text.replace('.', ',') : text;
}

/** Days, times and ids repeat in millions of rows; a period has a few thousand of them. */
function remembering(write: WriteCell): WriteCell {
  const written = new Map<string | number, string>();
  return (value) => {
    const known = written.get(value);
    if (known !== undefined) return known;
    const text = write(value);
    written.set(value, text);
    return text;
  };
}
