import { registerSearchSource } from '../../app/search-everything/sources';
import { client } from '../../app/wire/client';
import { foldText } from '../../components/data-list/list-view';
import { goTo } from '../../components/go-to';

const SHOWN = 6;

registerSearchSource({
  id: 'substances',
  groupKey: 'references:substances.title',
  search: async (text, signal) => {
    const { items } = await client.substances.search({ text, offset: 0, limit: SHOWN }, { signal });
    return items.map(({ id, displayName, preferredName, cas, formula }) => ({
      id: `substance-${id}`,
      label: displayName,
      ...(displayName === preferredName ? {} : { description: preferredName }),
      ...(cas === null && formula === null ? {} : { code: cas ?? formula ?? '' }),
      open: () => goTo(`/reference-samples?tab=substances&substance=${id}`),
    }));
  },
});

registerSearchSource({
  id: 'reference-lots',
  groupKey: 'references:lots.title',
  search: async (text, signal) => {
    const wanted = foldText(text);
    const lots = await client.lots.list(undefined, { signal });
    return lots
      .filter(({ code, substanceName, lotNumber, producer }) =>
        foldText(`${code} ${substanceName} ${lotNumber} ${producer}`).includes(wanted),
      )
      .slice(0, SHOWN)
      .map(({ id, code, substanceName, lotNumber }) => ({
        id: `lot-${id}`,
        label: substanceName,
        description: lotNumber,
        code,
        open: () => goTo(`/reference-samples?lot=${id}`),
      }));
  },
});
