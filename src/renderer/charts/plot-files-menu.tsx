import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { copyText } from '../components/copy-text';
import type { Column } from '../components/data-list/column';
import { toClipboardTable, toCsv } from '../components/data-list/delimited';
import { saveText } from '../components/data-list/save-text';
import { copyPicture } from './copy-picture';
import { fileNameOf } from './file-name';
import { pngOf, savePng, saveSvg } from './plot-files';
import type { PlotSubject } from './plot-subject';
import type { PlotViewport } from './zoom';

/** Copies and files of what is shown: the picture as it is zoomed, the numbers whole. */
export function PlotFilesMenu<Row>(props: {
  readonly subject: PlotSubject;
  readonly view: PlotViewport;
  readonly title: string;
  readonly rows: () => readonly Row[];
  readonly columns: readonly Column<Row>[];
  /** Further `<Menu.Item>`s. */
  readonly more?: ReactNode;
}) {
  const { t } = useTranslation();
  const { subject, view, title, rows, columns, more } = props;
  const fileName = fileNameOf(title);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Tooltip label={t('plot:files')}>
          <ActionIcon variant="subtle" color="gray" size={26} aria-label={t('plot:files')}>
            <IconDownload size={16} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => copyPicture(pngOf(subject, view), title)}>{t('plot:copy-picture')}</Menu.Item>
        <Menu.Item onClick={() => copyText(toClipboardTable(rows(), columns))}>{t('plot:copy-numbers')}</Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => saveSvg(subject, view, title, fileName)}>{t('plot:save-svg')}</Menu.Item>
        <Menu.Item onClick={() => savePng(subject, view, fileName)}>{t('plot:save-png')}</Menu.Item>
        <Menu.Item onClick={() => saveText(`${fileName}.csv`, 'text/csv', toCsv(rows(), columns))}>{t('plot:save-csv')}</Menu.Item>
        {more !== undefined && <Menu.Divider />}
        {more}
      </Menu.Dropdown>
    </Menu>
  );
}
