import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CurveAnnotation } from '../../../charts/curve-traces';
import type { PlotGestures } from '../../../charts/plot-gestures';
import type { Undoable } from './history';
import type { Annotation } from './use-study';

/** A person's words at a place of the picture. Written at a place that has some already, they replace them; empty ones take them away. */
export function useAnnotating(annotations: Undoable<readonly Annotation[]>) {
  const [writing, setWriting] = useState<Annotation | null>(null);
  const { value, set } = annotations;
  const gestures = useMemo(
    (): PlotGestures => ({
      onAnnotate: ({ x }) => setWriting({ x, text: value.find((known) => known.x === x)?.text ?? '' }),
    }),
    [value],
  );
  const shown = useMemo(() => value.map(({ x, text }): CurveAnnotation => ({ key: String(x), x, text })), [value]);
  const write = (): void => {
    if (writing === null) return;
    const others = value.filter(({ x }) => x !== writing.x);
    const text = writing.text.trim();
    set(text === '' ? others : [...others, { x: writing.x, text }]);
    setWriting(null);
  };
  return { shown, gestures, writing, setWriting, write };
}

export function AnnotateDialog({ annotating }: { readonly annotating: ReturnType<typeof useAnnotating> }) {
  const { t } = useTranslation();
  const { writing, setWriting, write } = annotating;
  return (
    <Modal
      opened={writing !== null}
      onClose={() => setWriting(null)}
      title={t('files:annotate.title')}
      closeButtonProps={{ 'aria-label': t('frame:close') }}
    >
      {writing !== null && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            write();
          }}
        >
          <TextInput
            data-autofocus
            maxLength={80}
            label={t('files:annotate.text')}
            description={t('files:annotate.hint')}
            value={writing.text}
            onChange={(event) => setWriting({ ...writing, text: event.currentTarget.value })}
          />
          <Group justify="flex-end" mt="sm">
            <Button variant="default" onClick={() => setWriting(null)}>
              {t('frame:cancel')}
            </Button>
            <Button type="submit">{t('files:annotate.save')}</Button>
          </Group>
        </form>
      )}
    </Modal>
  );
}
