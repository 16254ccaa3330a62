import { registerSearchSource } from '../../app/search-everything/sources';
import { client } from '../../app/wire/client';

const SHOWN = 6;
/** `C-2026-0007/2`, or its beginning. */
const EXHIBIT_CODE = /^(.+?)\/(\d+)$/;

async function casesFound(text: string, signal: AbortSignal) {
  return (await client.casework.cases.list({ text, limit: SHOWN }, { signal })).items;
}

const open = (path: string) => () => {
  window.location.hash = path;
};

/** Cases by code, title, customer; exhibits by their whole code. */
export function registerCaseSearch(): void {
  registerSearchSource({
    id: 'cases',
    groupKey: 'frame:rail.cases',
    permission: 'cases.read',
    search: async (text, signal) =>
      (await casesFound(text, signal)).map(({ id, code, title, customerName }) => ({
        id,
        label: title,
        code,
        description: customerName,
        open: open(`/cases/${id}`),
      })),
  });
  registerSearchSource({
    id: 'exhibits',
    groupKey: 'casework:exhibits.title',
    permission: 'cases.read',
    search: async (text, signal) => {
      const [, caseCode, number] = EXHIBIT_CODE.exec(text) ?? [];
      if (caseCode === undefined) return [];
      const [found] = await casesFound(caseCode, signal);
      if (found === undefined) return [];
      const { exhibitList } = await client.casework.cases.get({ id: found.id }, { signal });
      return exhibitList
        .filter((exhibit) => String(exhibit.number).startsWith(number ?? ''))
        .slice(0, SHOWN)
        .map(({ id, caseId, code, description }) => ({ id, label: description, code, open: open(`/cases/${caseId}/exhibits/${id}`) }));
    },
  });
}
