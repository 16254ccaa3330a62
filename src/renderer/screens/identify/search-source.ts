import { registerSearchSource } from '../../app/search-everything/sources';
import { client } from '../../app/wire/client';
import { foldText } from '../../components/data-list/list-view';
import { goTo } from '../../components/go-to';

/** Stored searches are few and short: the newest are looked through here, by the unknown's name and the first candidate's. */
const NEWEST = 200;
const SHOWN = 5;

registerSearchSource({
  id: 'searches',
  groupKey: 'identify:history.title',
  permission: 'identify.search',
  search: async (text, signal) => {
    const wanted = foldText(text);
    const { items } = await client.identify.list({ offset: 0, limit: NEWEST }, { signal });
    return items
      .filter(({ queryName, first }) => foldText(`${queryName} ${first ?? ''}`).includes(wanted))
      .slice(0, SHOWN)
      .map(({ id, queryName, first }) => ({
        id,
        label: queryName,
        ...(first === null ? {} : { description: first }),
        open: () => goTo(`/identify?search=${id}`),
      }));
  },
});
