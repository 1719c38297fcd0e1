export { DeleteDialog } from './DeleteDialog';
export { FormDrawer } from './FormDrawer';
export { LoadFailure } from './LoadFailure';
export { useAct } from './useAct';
export { useAddress } from './useAddress';
export { useLeave } from './useLeave';
export { usePageTitle } from './usePageTitle';
export { useReturnFocus } from './useReturnFocus';
