import { Select, type SelectProps } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { COUNTRY_CODES, countryName } from '../../i18n/countries';

/** A country by its name in the reader's language; the value is its ISO 3166-1 code. */
export function CountrySelect(props: Omit<SelectProps, 'data'>) {
  const { i18n, t } = useTranslation();
  const data = useMemo(() => {
    const collator = new Intl.Collator(i18n.language);
    return COUNTRY_CODES.map((value) => ({ value, label: countryName(value, i18n.language) })).sort((a, b) =>
      collator.compare(a.label, b.label),
    );
  }, [i18n.language]);
  return <Select searchable nothingFoundMessage={t('frame:search.nothing')} data={data} maxDropdownHeight={260} {...props} />;
}
