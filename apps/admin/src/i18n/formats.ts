import { listFormat, numberFormat } from './intl-formatters.ts';
import { useLanguage } from './language-choice.ts';

/** Numbers, sizes, durations and lists as the reader writes them. */
export function useFormats() {
  const { formats } = useLanguage();
  return createFormats(() => formats.value);
}

/** `locale` is asked each time, so that a text that was computed follows a change of language. */
export function createFormats(locale: () => string) {
  const number = (value: number, options: Intl.NumberFormatOptions = {}) =>
    numberFormat(locale(), options).format(value);
  const inUnit = (value: number, units: readonly Unit[]) => {
    // The smallest one, which ends every list, takes whatever fills no other.
    const [unit, size] = units.find(([, size]) => value >= size) ?? units.at(-1) ?? ['byte', 1];
    // "14 byte" is what English has for a short form.
    const unitDisplay = unit === 'byte' ? 'long' : 'short';
    return number(value / size, { style: 'unit', unit, unitDisplay, maximumFractionDigits: 1 });
  };
  return {
    number,
    /** In units of 1,024, as sizes of files are shown elsewhere. */
    bytes: (count: number) => inUnit(count, byteUnits),
    /** Of milliseconds: "38 ms" below a second, "2.4 sec" above. */
    duration: (ms: number) => inUnit(ms, durationUnits),
    /** The same for a clock that counts, which stays with seconds. */
    seconds: (count: number) => inUnit(count * 1000, [['second', 1_000]]),
    list: (items: Iterable<string>, type: Intl.ListFormatOptions['type'] = 'conjunction') =>
      listFormat(locale(), { type }).format(items),
  };
}

/** As Intl names it, and how much fills one. The largest first. */
type Unit = readonly [name: string, size: number];

const byteUnits: readonly Unit[] = [
  ['gigabyte', 1_073_741_824],
  ['megabyte', 1_048_576],
  ['kilobyte', 1_024],
  ['byte', 1],
];
const durationUnits: readonly Unit[] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
  ['millisecond', 1],
];
