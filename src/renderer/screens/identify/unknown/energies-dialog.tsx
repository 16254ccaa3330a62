import { Modal, NumberInput, Table, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../../app/errors/use-action';
import { api } from '../../../app/wire/client';
import { FormSection } from '../../../components/form-section';
import { NO_FILTERS } from '../settings';

/** A spectrum of the sample, before its energy is stated. */
export interface EnergyPart {
  readonly fileId: string;
  readonly index: number;
  readonly name: string;
}

/** No sample is measured at more. */
export const MOST_ENERGIES = 20;
const CANDIDATES = 50;
const TOLERANCE = { value: 0.01, unit: 'Da' } as const;

/** The energy that a name states: `…_30V`, `60 eV`. */
export function energyIn(name: string): number | null {
  const [, digits] = /(\d+(?:\.\d+)?)\s*(?:V|eV|NCE|%)/i.exec(name) ?? [];
  return digits === undefined ? null : Number(digits);
}

/** The same sample at several energies, searched as one: each spectrum's energy is stated, and the lowest comes first. */
export function EnergiesDialog(props: {
  readonly parts: readonly EnergyPart[] | null;
  readonly exhibit: string | undefined;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation();
  const { parts, onClose } = props;
  return (
    <Modal
      opened={parts !== null}
      onClose={onClose}
      size={620}
      title={t('search:energies.title')}
      closeButtonProps={{ 'aria-label': t('frame:close') }}
    >
      {parts !== null && <EnergiesForm {...props} parts={parts} />}
    </Modal>
  );
}

function EnergiesForm(props: {
  readonly parts: readonly EnergyPart[];
  readonly exhibit: string | undefined;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { parts, exhibit, onClose, onDone } = props;
  const [energies, setEnergies] = useState(parts.map(({ name }) => energyIn(name)));
  const search = useAction(api.identify.search.mutationOptions(), {
    inPlace: true,
    onDone: (stored) => {
      queries.setQueryData(api.identify.get.queryKey({ input: { id: stored.id } }), stored);
      onDone();
      void navigate({ to: '/identify', search: { search: stored.id, exhibit } });
    },
  });
  const stated = energies.flatMap((energy) => (energy === null ? [] : [energy]));
  const different = new Set(stated).size === parts.length;
  const submit = (): void => {
    const measured = parts
      .map(({ fileId, index }, place) => ({
        energy: energies[place] ?? 0,
        spectrum: { kind: 'opened' as const, fileId, index, scan: null, averaging: null },
      }))
      .sort((a, b) => a.energy - b.energy);
    search.run({
      query: { kind: 'energies', parts: measured },
      method: { family: 'energies', score: 'energies-inverted', tolerance: TOLERANCE },
      filters: NO_FILTERS,
      top: CANDIDATES,
      exhibitId: exhibit ?? null,
    });
  };
  return (
    <FormSection
      onSubmit={(event) => {
        event?.preventDefault();
        submit();
      }}
      submitLabel={t('search:energies.search')}
      onCancel={onClose}
      busy={search.busy}
      failure={search.failure}
      canSubmit={different}
    >
      <Text size="sm">{t('search:energies.hint')}</Text>
      <Table fz="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('identify:file.name')}</Table.Th>
            <Table.Th>{t('search:energies.energy')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {parts.map(({ fileId, index, name }, place) => (
            <Table.Tr key={`${fileId} ${index}`}>
              <Table.Td>
                <bdi>{name}</bdi>
              </Table.Td>
              <Table.Td>
                <NumberInput
                  size="xs"
                  w={120}
                  min={0}
                  aria-label={t('search:energies.energy-of', { name })}
                  value={energies[place] ?? ''}
                  onChange={(value) =>
                    setEnergies(energies.map((energy, i) => (i === place ? (typeof value === 'number' ? value : null) : energy)))
                  }
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {!different && (
        <Text size="sm" c="dimmed">
          {t('search:energies.each')}
        </Text>
      )}
    </FormSection>
  );
}
