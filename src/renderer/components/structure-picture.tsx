import { Text, useComputedColorScheme } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { drawSvg } from '../../core/chemistry/structure';
import classes from './structure-picture.module.css';

/** A structure drawn from its SMILES; says so when there is none. In an image, because the page's policy takes no inline style. */
export function StructurePicture(props: {
  readonly smiles: string | null;
  readonly name: string;
  readonly width?: number;
  readonly height?: number;
}) {
  const { t } = useTranslation();
  const { smiles, name, width = 260, height = 130 } = props;
  const dark = useComputedColorScheme('light') === 'dark';
  const drawing = useMemo(() => (smiles === null ? null : drawSvg(smiles, { width, height, dark })), [smiles, width, height, dark]);
  if (drawing?.ok !== true)
    return (
      <Text size="sm" c="dimmed" className={classes.none}>
        {smiles === null ? t('identify:structure.none') : t('identify:structure.unreadable')}
      </Text>
    );
  return (
    <img
      className={classes.picture}
      width={width}
      height={height}
      alt={t('identify:structure.of', { name })}
      src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawing.svg)}`}
    />
  );
}
