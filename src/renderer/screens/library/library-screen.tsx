import { Button, FileButton, Tabs } from '@mantine/core';
import { IconDatabase, IconFileImport, IconFiles, IconList } from '@tabler/icons-react';
import { useSearch as useAddress, useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DroppedFile, tokensOf, useFileDrop } from '../../app/drop/file-drop';
import { useScreenKeys } from '../../app/record/screen-keys';
import { useScreenCommands } from '../../app/search-everything/sources';
import { useMay } from '../../app/system-state';
import { PageHeader } from '../../components/page-header';
import { Screen } from '../../components/screen';
import { OpenFilesButton } from '../files/actions/open-files-button';
import { FilesTab } from '../files/files-tab';
import { openFiles } from '../files/opening/opening';
import { CollectionsTab } from './collections/collections-tab';
import { ImportDialog } from './import/import-dialog';
import { ImportStatus } from './import/import-status';
import classes from './library.module.css';
import { SpectrumDrawer } from './record/spectrum-drawer';
import { SpectraTab } from './spectra/spectra-tab';

const TABS = ['collections', 'files'] as const;

/** Reference spectra of every collection, the collections themselves, and the way in for more. */
export function LibraryScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const address = useAddress({ from: '/library' });
  const mayImport = useMay('library.import');
  const [file, setFile] = useState<DroppedFile | null>(null);
  const fileButton = useRef<HTMLButtonElement>(null);
  const openButton = useRef<HTMLButtonElement>(null);
  const resetFile = useRef<() => void>(null);
  useFileDrop(
    (files) => {
      const [first] = files;
      if (files.length > 1) openFiles(files);
      else if (first !== undefined) setFile(first);
    },
    { labelKey: 'library:import.drop', enabled: mayImport && file === null },
  );
  const choose = (): void => fileButton.current?.click();
  useScreenKeys(mayImport ? [{ keys: 'mod+O', labelKey: 'library:import.choose', run: choose }] : []);
  useScreenCommands(mayImport ? [{ id: 'import-library', labelKey: 'library:import.choose', run: choose }] : []);
  const tab = address.tab ?? 'spectra';
  return (
    <Screen fill>
      <PageHeader
        title={t('frame:rail.library')}
        hint={t('library:hint')}
        actions={
          <>
            <OpenFilesButton buttonRef={openButton} />
            {mayImport && (
              <FileButton
                resetRef={resetFile}
                onChange={(chosen) => {
                  const [taken] = chosen === null ? [] : tokensOf([chosen]);
                  resetFile.current?.();
                  if (taken !== undefined) setFile(taken);
                }}
              >
                {(props) => (
                  <Button ref={fileButton} leftSection={<IconFileImport size={16} aria-hidden />} {...props}>
                    {t('library:import.choose')}
                  </Button>
                )}
              </FileButton>
            )}
          </>
        }
      />
      <ImportStatus />
      <Tabs
        className={classes.tabs}
        value={tab}
        onChange={(next) => void navigate({ to: '/library', search: { tab: TABS.find((known) => known === next) } })}
      >
        <Tabs.List aria-label={t('frame:rail.library')}>
          <Tabs.Tab value="spectra" leftSection={<IconList size={16} stroke={1.6} />}>
            {t('library:spectra.title')}
          </Tabs.Tab>
          <Tabs.Tab value="collections" leftSection={<IconDatabase size={16} stroke={1.6} />}>
            {t('library:collections.title')}
          </Tabs.Tab>
          <Tabs.Tab value="files" leftSection={<IconFiles size={16} stroke={1.6} />}>
            {t('files:tab.title')}
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="spectra" className={classes.panel}>
          <SpectraTab address={address} onImport={mayImport ? choose : undefined} />
        </Tabs.Panel>
        <Tabs.Panel value="collections" className={classes.panel}>
          <CollectionsTab address={address} onImport={mayImport ? choose : undefined} />
        </Tabs.Panel>
        <Tabs.Panel value="files" className={classes.panel}>
          <FilesTab onOpen={() => openButton.current?.click()} />
        </Tabs.Panel>
      </Tabs>
      <SpectrumDrawer
        spectrumKey={address.spectrum}
        onClose={() => void navigate({ to: '/library', search: { ...address, spectrum: undefined } })}
      />
      <ImportDialog file={file} onClose={() => setFile(null)} />
    </Screen>
  );
}
