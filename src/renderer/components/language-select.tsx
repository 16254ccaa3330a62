import { Select, type SelectProps } from '@mantine/core';
import { LANGUAGES } from '../../i18n/languages';

const DATA = LANGUAGES.map(({ tag, ownName }) => ({ value: tag, label: ownName }));

/** One of the languages the window speaks, by its own name. */
export function LanguageSelect(props: Omit<SelectProps, 'data'>) {
  return <Select data={DATA} allowDeselect={false} {...props} />;
}
