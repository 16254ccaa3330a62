import {
  IconAdjustments,
  IconBooks,
  IconBriefcase,
  IconFileText,
  IconLayoutDashboard,
  IconTestPipe,
  IconZoomQuestion,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { Permission } from '../../contract/permissions';

export interface RailEntry {
  readonly to: string;
  readonly labelKey: string;
  readonly icon: ComponentType<{ size?: number; stroke?: number }>;
  readonly permission?: Permission;
}

/** The rail, in the order of a day: Bench, Cases, Identify, Library, Reference samples, Reports, Administration. Only what has a screen. */
export const RAIL: readonly RailEntry[] = [
  { to: '/', labelKey: 'frame:rail.bench', icon: IconLayoutDashboard },
  { to: '/cases', labelKey: 'frame:rail.cases', icon: IconBriefcase, permission: 'cases.read' },
  { to: '/identify', labelKey: 'frame:rail.identify', icon: IconZoomQuestion, permission: 'identify.search' },
  { to: '/library', labelKey: 'frame:rail.library', icon: IconBooks },
  { to: '/reference-samples', labelKey: 'frame:rail.reference-samples', icon: IconTestPipe },
  { to: '/reports', labelKey: 'frame:rail.reports', icon: IconFileText, permission: 'reports.read' },
  { to: '/administration', labelKey: 'frame:rail.administration', icon: IconAdjustments },
];
