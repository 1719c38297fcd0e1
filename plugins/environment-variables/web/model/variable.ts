export type VariableType = 'default' | 'secret';

export interface Variable {
  name: string;
  type: VariableType;
  /** Null for secrets: the server does not say it. */
  value: string | null;
  updatedAt: string;
}

/** What the server takes as a name. */
export const namePattern = /^[A-Za-z][A-Za-z0-9_]*$/;
export const longestName = 255;
export const longestValue = 65_536;

/** How settings name a variable. */
export const referenceTo = (name: string): string => `{{ $env.${name} }}`;
