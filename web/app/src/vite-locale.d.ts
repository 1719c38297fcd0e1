declare module 'virtual:locale/en-US' {
  export const texts: Record<string, string>;
}
declare module 'virtual:locale/zh-CN' {
  export const texts: Record<string, string>;
}
declare module 'virtual:locale/sv-SE' {
  export const texts: Record<string, string>;
}
