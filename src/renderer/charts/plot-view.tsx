import { ActionIcon, Group, Menu, Tooltip } from '@mantine/core';
import { IconChartBar, IconDownload, IconTable, IconZoomIn, IconZoomOut, IconZoomReset } from '@tabler/icons-react';
import { type ReactNode, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { copyText } from '../components/copy-text';
import type { Column } from '../components/data-list/column';
import { DataList } from '../components/data-list/data-list';
import { toClipboardTable, toCsv } from '../components/data-list/delimited';
import { saveText } from '../components/data-list/save-text';
import { copyPicture } from './copy-picture';
import { fileNameOf } from './file-name';
import { PlotCanvas } from './plot-canvas';
import { pngOf, savePng, saveSvg } from './plot-files';
import type { PlotSubject } from './plot-subject';
import classes from './plot-view.module.css';
import { isWhole, type Range, zoomed } from './zoom';

export interface PlotTable<Row> {
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly columns: readonly Column<Row>[];
}

/** Nothing to do now; it keeps the focus, so that a key pressed once more does not lose its place. */
const DIMMED = { opacity: 0.4 };

function ToolButton(props: {
  readonly label: string;
  readonly icon: ReactNode;
  readonly onClick: () => void;
  readonly disabled?: boolean;
  readonly pressed?: boolean;
}) {
  const { label, icon, onClick, disabled, pressed } = props;
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant={pressed === true ? 'light' : 'subtle'}
        color={pressed === true ? 'teal' : 'gray'}
        size={26}
        aria-label={label}
        aria-pressed={pressed}
        style={disabled === true ? DIMMED : undefined}
        aria-disabled={disabled || undefined}
        onClick={onClick}
      >
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}

/**
 * The view of a spectrum, whatever the technique: a picture to zoom and read, the same numbers as a table, and its files.
 * Fills the height its parent gives (a flex column with `min-height: 0`).
 */
export function PlotView<Row>(props: {
  readonly subject: PlotSubject;
  /** Names the picture for a screen reader and its files. */
  readonly title: string;
  readonly table: PlotTable<Row>;
  /** What stands at the start of the tool row. */
  readonly heading?: ReactNode;
}) {
  const { t } = useTranslation();
  const { subject, title, table, heading } = props;
  // Null shows all there is; another spectrum is shown whole, another candidate beside the same one keeps the zoom.
  const [zoom, setZoom] = useState<{ readonly of: string; readonly range: Range } | null>(null);
  const [asTable, setAsTable] = useState(false);
  const range = zoom !== null && zoom.of === subject.key ? zoom.range : subject.extent;
  const whole = range === subject.extent;
  const { key, extent } = subject;
  const setRange = useCallback((next: Range) => setZoom(isWhole(next, extent) ? null : { of: key, range: next }), [key, extent]);
  const fileName = fileNameOf(title);
  const middle = (range[0] + range[1]) / 2;
  return (
    <section className={classes.view} aria-label={title}>
      <div className={classes.tools}>
        <div className={classes.heading}>{heading}</div>
        <Group gap={2} wrap="nowrap">
          {!asTable && (
            <>
              <ToolButton
                label={t('identify:plot.zoom-in')}
                icon={<IconZoomIn size={16} />}
                onClick={() => setRange(zoomed(range, 0.6, middle, extent))}
              />
              <ToolButton
                label={t('identify:plot.zoom-out')}
                icon={<IconZoomOut size={16} />}
                disabled={whole}
                onClick={() => setRange(zoomed(range, 1 / 0.6, middle, extent))}
              />
              <ToolButton
                label={t('identify:plot.show-all')}
                icon={<IconZoomReset size={16} />}
                disabled={whole}
                onClick={() => setRange(extent)}
              />
            </>
          )}
          <ToolButton
            label={asTable ? t('identify:plot.as-picture') : t('identify:plot.as-table')}
            icon={asTable ? <IconChartBar size={16} /> : <IconTable size={16} />}
            pressed={asTable}
            onClick={() => setAsTable(!asTable)}
          />
          <Menu position="bottom-end">
            <Menu.Target>
              <Tooltip label={t('identify:plot.files')}>
                <ActionIcon variant="subtle" color="gray" size={26} aria-label={t('identify:plot.files')}>
                  <IconDownload size={16} />
                </ActionIcon>
              </Tooltip>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => copyPicture(pngOf(subject, range), title)}>{t('identify:plot.copy-picture')}</Menu.Item>
              <Menu.Item onClick={() => copyText(toClipboardTable(table.rows, table.columns))}>{t('identify:plot.copy-peaks')}</Menu.Item>
              <Menu.Divider />
              <Menu.Item onClick={() => saveSvg(subject, range, title, fileName)}>{t('identify:plot.save-svg')}</Menu.Item>
              <Menu.Item onClick={() => savePng(subject, range, fileName)}>{t('identify:plot.save-png')}</Menu.Item>
              <Menu.Item onClick={() => saveText(`${fileName}.csv`, 'text/csv', toCsv(table.rows, table.columns))}>
                {t('identify:plot.save-csv')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </Group>
      </div>
      {asTable ? (
        <DataList
          id="peaks"
          label={t('identify:plot.peaks-of', { title })}
          rows={table.rows}
          rowKey={table.rowKey}
          columns={table.columns}
          empty={{ title: t('identify:plot.no-peaks') }}
        />
      ) : (
        <PlotCanvas subject={subject} range={range} onRange={setRange} label={t('identify:plot.label', { title })} />
      )}
    </section>
  );
}
