import { z } from 'zod';

export const role = z.enum(['custodian', 'technician', 'reviewer', 'manager', 'administrator']);
export type Role = z.infer<typeof role>;

/** Who may do what: the one table. A person with several roles may do what any of them may. */
export const PERMISSIONS = {
  'people.manage': ['administrator'],
  'laboratory.edit': ['administrator', 'manager'],
  'customers.edit': ['custodian', 'technician', 'manager', 'administrator'],
  'methods.edit': ['manager', 'administrator'],
  'instruments.edit': ['manager', 'administrator'],
  'audit.read': ['reviewer', 'manager', 'administrator'],
  'backup.make': ['manager', 'administrator'],
  'backup.restore': ['administrator'],
  'substances.edit': ['custodian', 'manager'],
  'control.verify': ['manager', 'reviewer'],
  'lots.edit': ['custodian', 'manager'],
  'library.import': ['custodian', 'technician', 'manager'],
  'library.edit': ['custodian', 'manager'],
  'measurements.read': ['custodian', 'technician', 'reviewer', 'manager'],
  'measurements.open': ['custodian', 'technician', 'reviewer', 'manager'],
  'cases.read': ['custodian', 'technician', 'reviewer', 'manager'],
  'cases.receive': ['custodian', 'technician', 'manager'],
  'casework.do': ['technician', 'manager'],
  'batches.judge': ['technician', 'reviewer', 'manager'],
  'identify.search': ['custodian', 'technician', 'reviewer', 'manager'],
  'deviations.authorise': ['manager'],
  'criteria.adopt': ['manager'],
  'conclusions.draw': ['technician', 'manager'],
  'reports.draft': ['technician', 'manager'],
  'reports.read': ['custodian', 'technician', 'reviewer', 'manager'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

/** Whether any of the roles carries the permission. */
export function may(roles: readonly Role[], permission: Permission): boolean {
  const granted: readonly Role[] = PERMISSIONS[permission];
  return roles.some((held) => granted.includes(held));
}
