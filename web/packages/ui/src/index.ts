export {
  Alert,
  App as Notices,
  Badge,
  Checkbox,
  ColorPicker,
  DatePicker,
  Drawer,
  Flex,
  Form,
  Input,
  InputNumber,
  Modal,
  Pagination,
  Popover,
  Progress,
  Radio,
  Segmented,
  Select,
  Skeleton,
  Spin,
  Switch,
  Table,
  Tabs,
  Tag,
  TimePicker,
  Tooltip,
} from 'antd';
export type { FormInstance, InputRef, MenuProps, RefSelectProps, TableColumnsType, TableProps } from 'antd';
export { Button } from './Button';
export { chooseMode, useMode, useModeChoice, type ModeChoice } from './colorMode';
export { chooseDensity, rowHeights, useDensity, type Density } from './density';
export { ComponentTheme } from './ComponentTheme';
export { Dropdown } from './Dropdown';
export { EmptyState } from './EmptyState';
export { IconButton } from './IconButton';
export * from './icons';
export { contrastFaults, type ContrastFault } from './look/faults';
export {
  fontSizes,
  lookColors,
  lookOf,
  radii,
  withLook,
  type Look,
  type LookColor,
  type ThemeJson,
} from './look/look';
export { LookPreview } from './look/LookPreview';
export { paletteOf } from './look/paletteOf';
export { chooseLook, useLook } from './look/store';
export { InlineControls } from './InlineControls';
export { Mark } from './Mark';
export { Card, Page } from './Page';
export { PlainButton, PlainInput } from './Plain';
export { useIsNarrow } from './useIsNarrow';
export { type TreeItem } from './useTreeKeys';
export { SwitchRow } from './SwitchRow';
export { type Mode } from './tokens';
export { Tree } from './Tree';
export { usePaint } from './usePaint';
export { VisuallyHidden } from './VisuallyHidden';
