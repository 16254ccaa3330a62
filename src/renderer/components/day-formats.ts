import dayjs from 'dayjs';
import customParseFormat from 'dayjs/plugin/customParseFormat';
import localizedFormat from 'dayjs/plugin/localizedFormat';

// Mantine's date fields read and write through dayjs, which knows neither `L` nor how to read a format by itself.
dayjs.extend(customParseFormat);
dayjs.extend(localizedFormat);

/** Day first, as all the window's languages write it; `L` of Arabic holds direction marks that nobody types. */
export const DAY_FORMAT = 'DD/MM/YYYY';
export const MINUTE_FORMAT = 'DD/MM/YYYY HH:mm';
