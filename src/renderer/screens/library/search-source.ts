import { registerSearchSource } from '../../app/search-everything/sources';
import { client } from '../../app/wire/client';
import { goTo } from '../../components/go-to';

const SHOWN = 6;

registerSearchSource({
  id: 'spectra',
  groupKey: 'library:spectra.title',
  search: async (text, signal) => {
    const { items } = await client.library.spectra({ text, limit: SHOWN }, { signal });
    return items.map(({ key, name, cas, formula, collectionName }) => ({
      id: `spectrum-${key}`,
      label: name,
      description: collectionName,
      ...(cas === null && formula === null ? {} : { code: cas ?? formula ?? '' }),
      open: () => goTo(`/library?spectrum=${key}`),
    }));
  },
});
