import {
  IconBuilding,
  IconChecklist,
  IconDatabaseExport,
  IconFlask,
  IconGauge,
  IconInfoCircle,
  IconListDetails,
  IconMicroscope,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { Permission } from '../../../contract/permissions';
import { AboutSection } from './about/about-section';
import { BackupSection } from './backup/backup-section';
import { CriteriaSection } from './criteria/criteria-section';
import { CustomersSection } from './customers/customers-section';
import { InstrumentsSection } from './instruments/instruments-section';
import { LaboratorySection } from './laboratory/laboratory-section';
import { MethodsSection } from './methods/methods-section';
import { PeopleSection } from './people/people-section';
import { TrailSection } from './trail/trail-section';
import { ValidationSection } from './validation/validation-section';

interface AdministrationSection {
  readonly id: string;
  readonly labelKey: string;
  readonly icon: ComponentType<{ size?: number; stroke?: number }>;
  readonly permission?: Permission;
  readonly component: ComponentType;
}

export const SECTIONS: readonly AdministrationSection[] = [
  { id: 'laboratory', labelKey: 'administration:section.laboratory', icon: IconBuilding, component: LaboratorySection },
  { id: 'people', labelKey: 'administration:section.people', icon: IconUsers, permission: 'people.manage', component: PeopleSection },
  { id: 'customers', labelKey: 'administration:section.customers', icon: IconUsersGroup, component: CustomersSection },
  { id: 'methods', labelKey: 'administration:section.methods', icon: IconFlask, component: MethodsSection },
  { id: 'instruments', labelKey: 'administration:section.instruments', icon: IconMicroscope, component: InstrumentsSection },
  { id: 'criteria', labelKey: 'administration:section.criteria', icon: IconChecklist, component: CriteriaSection },
  { id: 'validation', labelKey: 'administration:section.validation', icon: IconGauge, component: ValidationSection },
  { id: 'trail', labelKey: 'administration:section.trail', icon: IconListDetails, permission: 'audit.read', component: TrailSection },
  {
    id: 'backup',
    labelKey: 'administration:section.backup',
    icon: IconDatabaseExport,
    permission: 'backup.make',
    component: BackupSection,
  },
  { id: 'about', labelKey: 'administration:section.about', icon: IconInfoCircle, component: AboutSection },
];
