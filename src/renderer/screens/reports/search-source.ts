import { registerSearchSource } from '../../app/search-everything/sources';
import { client } from '../../app/wire/client';

const SHOWN = 6;

/** Drafts by report code, case code and customer; opening one opens its PDF. */
export function registerReportSearch(): void {
  registerSearchSource({
    id: 'reports',
    groupKey: 'frame:rail.reports',
    permission: 'reports.read',
    search: async (text, signal) =>
      (await client.reports.list({ text, limit: SHOWN }, { signal })).items.map(({ id, code, version, caseCode, customerName }) => ({
        id,
        label: `${caseCode}, ${customerName}`,
        code: `${code}/${version}`,
        open: () => {
          window.location.hash = `/reports?text=${encodeURIComponent(code)}`;
        },
      })),
  });
}
