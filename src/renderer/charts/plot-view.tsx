import { Divider, Group } from '@mantine/core';
import { IconChartBar, IconTable, IconZoomIn, IconZoomOut, IconZoomReset } from '@tabler/icons-react';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from '../components/data-list/column';
import { DataList } from '../components/data-list/data-list';
import { ModeButtons } from './mode-buttons';
import { PlotCanvas } from './plot-canvas';
import { PlotFilesMenu } from './plot-files-menu';
import { modesOf, type PlotGestures, type PlotMode } from './plot-gestures';
import type { PlotSubject } from './plot-subject';
import classes from './plot-view.module.css';
import { ToolButton } from './tool-button';
import { useViewport } from './use-viewport';
import { zoomed } from './zoom';

export interface PlotTable<Row> {
  /** Made when the table is opened, copied or saved: a curve can have 100,000. */
  readonly rows: () => readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly columns: readonly Column<Row>[];
}

const NO_GESTURES: PlotGestures = {};
const BUTTON_ZOOM = 0.6;

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
  /** Tools before those every plot has. */
  readonly tools?: ReactNode;
  /** Further items of the menu of copies and files. */
  readonly menu?: ReactNode;
  /** Keep its identity between renders (useMemo). */
  readonly gestures?: PlotGestures;
}) {
  const { t } = useTranslation();
  const { subject, title, table, heading, tools, menu, gestures = NO_GESTURES } = props;
  const [asTable, setAsTable] = useState(false);
  const [mode, setMode] = useState<PlotMode>('zoom');
  const { view, whole, all, setView } = useViewport(subject);
  const modes = modesOf(gestures);
  const { range } = view;
  const { extent, narrowest } = subject;
  const middle = (range[0] + range[1]) / 2;
  return (
    <section className={classes.view} aria-label={title}>
      <div className={classes.tools}>
        <div className={classes.heading}>{heading}</div>
        <Group gap={2} wrap="nowrap">
          {tools}
          {!asTable && (
            <>
              {modes.length > 2 && (
                <>
                  <ModeButtons modes={modes} mode={mode} onMode={setMode} />
                  <Divider orientation="vertical" />
                </>
              )}
              <ToolButton
                label={t('plot:zoom-in')}
                icon={<IconZoomIn size={16} />}
                onClick={() => setView({ ...view, range: zoomed(range, BUTTON_ZOOM, middle, extent, narrowest) })}
              />
              <ToolButton
                label={t('plot:zoom-out')}
                icon={<IconZoomOut size={16} />}
                disabled={whole}
                onClick={() => setView({ ...view, range: zoomed(range, 1 / BUTTON_ZOOM, middle, extent, narrowest) })}
              />
              <ToolButton label={t('plot:show-all')} icon={<IconZoomReset size={16} />} disabled={whole} onClick={() => setView(all)} />
            </>
          )}
          <ToolButton
            label={asTable ? t('plot:as-picture') : t('plot:as-table')}
            icon={asTable ? <IconChartBar size={16} /> : <IconTable size={16} />}
            pressed={asTable}
            onClick={() => setAsTable(!asTable)}
          />
          <PlotFilesMenu subject={subject} view={view} title={title} rows={table.rows} columns={table.columns} more={menu} />
        </Group>
      </div>
      {asTable ? (
        <NumbersTable table={table} title={title} />
      ) : (
        <PlotCanvas
          subject={subject}
          view={view}
          onView={setView}
          mode={modes.includes(mode) ? mode : 'zoom'}
          onMode={setMode}
          gestures={gestures}
          label={t('plot:label', { title })}
        />
      )}
    </section>
  );
}

function NumbersTable<Row>({ table, title }: { readonly table: PlotTable<Row>; readonly title: string }) {
  const { t } = useTranslation();
  const { rows: makeRows, rowKey, columns } = table;
  const rows = useMemo(() => makeRows(), [makeRows]);
  return (
    <DataList
      id="peaks"
      label={t('plot:numbers-of', { title })}
      rows={rows}
      rowKey={rowKey}
      columns={columns}
      empty={{ title: t('plot:no-numbers') }}
    />
  );
}
