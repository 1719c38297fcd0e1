import type { Plugin } from 'vite';

const file = '@rc-component/util/es/Dom/dynamicCSS.js';
const before = 'if (csp?.nonce) {';
const after = `csp ??= { nonce: document.querySelector('meta[property="csp-nonce"]')?.nonce };\n  ${before}`;

/** Some components add style sheets without asking for the nonce of the page; this hands it to all of them. */
export function styleNonce(): Plugin {
  return {
    name: 'pergola-style-nonce',
    apply: 'build',
    transform(code, id) {
      if (!id.replaceAll('\\', '/').includes(file)) {
        return undefined;
      }
      if (!code.includes(before)) {
        this.error(`${file} has changed; see whether it still needs the nonce.`);
      }
      return { code: code.replace(before, after).replace('const {\n    csp,', 'let {\n    csp,'), map: null };
    },
  };
}
