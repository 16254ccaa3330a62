import { Button, Group, MultiSelect, NumberInput, ScrollArea, Select, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { quantity, technique, unit } from '../../../../contract/curves';
import { delimitedLayout, type OpenedFile } from '../../../../contract/measurements';
import { ErrorAlert } from '../../../app/errors/error-alert';
import { useAction } from '../../../app/errors/use-action';
import { api } from '../../../app/wire/client';
import classes from '../files.module.css';

type Layout = z.infer<typeof delimitedLayout>;

const SEPARATORS = { ',': 'comma', ';': 'semicolon', '\t': 'tab', ' ': 'blank', '|': 'bar' } as const;
const DECIMALS = { '.': 'point', ',': 'comma' } as const;
const NO_COLUMN = 'none';

/** How a text of columns was understood, with its first rows; a correction reads the kept bytes again and leaves this reading as it was. */
export function LayoutForm({ file, layout }: { readonly file: OpenedFile; readonly layout: Layout }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const form = useForm<Layout>({ initialValues: layout });
  const reading = useAction(api.measurements.reread.mutationOptions(), {
    inPlace: true,
    onDone: ({ id }) => void navigate({ to: '/library/files/$fileId', params: { fileId: id }, search: { panel: 'reading' } }),
  });
  const { values } = form;
  const columnCount = Math.max(1, ...file.previewRows.map((row) => row.length), ...layout.yColumns.map((column) => column + 1));
  const columns = Array.from({ length: Math.min(columnCount, 500) }, (_, index) => {
    const heading = layout.headerRows > 0 ? (file.previewRows[layout.headerRows - 1]?.[index] ?? '') : '';
    const number = t('files:layout.column', { number: index + 1 });
    return { value: String(index), label: heading === '' ? number : `${number}: ${heading.slice(0, 40)}` };
  });
  const kinds = (name: 'x' | 'y') => (
    <Group grow gap="xs" align="end">
      <Select
        size="xs"
        searchable
        allowDeselect={false}
        label={t(`files:layout.${name}-quantity`)}
        data={quantity.options.map((value) => ({ value, label: t(`plot:quantity.${value}`) }))}
        value={values[name].quantity}
        onChange={(next) => next !== null && form.setFieldValue(`${name}.quantity`, next)}
      />
      <Select
        size="xs"
        searchable
        allowDeselect={false}
        label={t('files:layout.unit')}
        data={unit.options.map((value) => ({ value, label: t(`plot:unit.${value}`) }))}
        value={values[name].unit}
        onChange={(next) => next !== null && form.setFieldValue(`${name}.unit`, next)}
      />
    </Group>
  );
  return (
    <form onSubmit={form.onSubmit((next) => reading.run({ id: file.id, layout: next }))} aria-label={t('files:layout.title')}>
      <Stack gap="xs">
        <div>
          <Text fw={600} size="sm">
            {t('files:layout.title')}
          </Text>
          <Text size="xs" c="dimmed">
            {t('files:layout.hint')}
          </Text>
        </div>
        <ScrollArea.Autosize
          mah={150}
          className={classes.cells}
          viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': t('files:layout.rows') }}
        >
          <table>
            <tbody>
              {file.previewRows.slice(0, 14).map((row, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no other name than their place
                <tr key={index} data-header={index < values.headerRows || undefined}>
                  {row.slice(0, 40).map((cell, column) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: as the rows
                    <td key={column} title={cell}>
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollArea.Autosize>
        <Group grow gap="xs" align="end">
          <Select
            size="xs"
            allowDeselect={false}
            label={t('files:layout.separator')}
            data={Object.entries(SEPARATORS).map(([value, name]) => ({ value, label: t(`files:layout.separators.${name}`) }))}
            {...form.getInputProps('separator')}
          />
          <Select
            size="xs"
            allowDeselect={false}
            label={t('files:layout.decimal')}
            data={Object.entries(DECIMALS).map(([value, name]) => ({ value, label: t(`files:layout.decimals.${name}`) }))}
            {...form.getInputProps('decimal')}
          />
        </Group>
        <Group grow gap="xs" align="end">
          <NumberInput size="xs" min={0} label={t('files:layout.header-rows')} {...form.getInputProps('headerRows')} />
          <Select
            size="xs"
            allowDeselect={false}
            label={t('files:layout.encoding')}
            data={delimitedLayout.shape.encoding.options.map((value) => ({ value, label: value.toUpperCase() }))}
            {...form.getInputProps('encoding')}
          />
        </Group>
        <Select
          size="xs"
          allowDeselect={false}
          label={t('files:layout.orientation')}
          data={delimitedLayout.shape.orientation.options.map((value) => ({ value, label: t(`files:layout.orientations.${value}`) }))}
          {...form.getInputProps('orientation')}
        />
        <Select
          size="xs"
          allowDeselect={false}
          disabled={values.orientation === 'rows'}
          label={t('files:layout.x-column')}
          data={[{ value: NO_COLUMN, label: t('files:layout.no-x') }, ...columns]}
          value={values.xColumn === null ? NO_COLUMN : String(values.xColumn)}
          onChange={(next) => next !== null && form.setFieldValue('xColumn', next === NO_COLUMN ? null : Number(next))}
        />
        <MultiSelect
          size="xs"
          searchable
          label={t('files:layout.y-columns')}
          data={columns}
          value={values.yColumns.map(String)}
          onChange={(next) => form.setFieldValue('yColumns', next.map(Number))}
        />
        {values.yColumns.length > 1 && values.orientation === 'columns' && (
          <Select
            size="xs"
            allowDeselect={false}
            label={t('files:layout.series')}
            data={delimitedLayout.shape.seriesAre.options.map((value) => ({ value, label: t(`files:layout.series-are.${value}`) }))}
            {...form.getInputProps('seriesAre')}
          />
        )}
        {kinds('x')}
        {kinds('y')}
        <Select
          size="xs"
          allowDeselect={false}
          label={t('files:technique-label')}
          data={technique.options.map((value) => ({ value, label: t(`files:technique.${value}`) }))}
          value={values.technique}
          onChange={(next) => next !== null && form.setFieldValue('technique', next)}
        />
        {reading.failure !== null && <ErrorAlert error={reading.failure} />}
        <Button type="submit" size="xs" loading={reading.busy} disabled={!form.isDirty() || values.yColumns.length === 0}>
          {t('files:layout.reread')}
        </Button>
      </Stack>
    </form>
  );
}
