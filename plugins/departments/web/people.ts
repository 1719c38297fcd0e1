import type { User } from '@pergola/api';

export interface Member extends User {
  departmentsUsers?: { isOwner?: boolean };
}
