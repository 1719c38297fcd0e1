import type { Plugin } from 'vite';

interface Patch {
  file: string;
  before: string;
  after: string;
}

const patches: readonly Patch[] = [
  // Some components add style sheets without asking for the nonce of the page; this hands it to all of them.
  {
    file: '@rc-component/util/es/Dom/dynamicCSS.js',
    before: 'if (csp?.nonce) {',
    after: `csp ??= { nonce: document.querySelector('meta[property="csp-nonce"]')?.nonce };\n  if (csp?.nonce) {`,
  },
  {
    file: '@rc-component/util/es/Dom/dynamicCSS.js',
    before: 'const {\n    csp,',
    after: 'let {\n    csp,',
  },
  // Text areas that grow measure in a copy, whose style they set as an attribute; the policy allows that of scripts only.
  {
    file: '@rc-component/input/es/calculateNodeHeight.js',
    before: "hiddenTextarea.setAttribute('style', `${sizingStyle};${HIDDEN_TEXTAREA_STYLE}`);",
    after: 'hiddenTextarea.style.cssText = `${sizingStyle};${HIDDEN_TEXTAREA_STYLE}`;',
  },
];

/** Makes the components live under a policy that knows no inline styles. */
export function styleNonce(): Plugin {
  return {
    name: 'pergola-style-nonce',
    apply: 'build',
    transform(code, id) {
      const path = id.replaceAll('\\', '/');
      const own = patches.filter((patch) => path.includes(patch.file));
      if (own.length === 0) {
        return undefined;
      }
      const changed = own.reduce((text, { file, before, after }) => {
        if (!text.includes(before)) {
          this.error(`${file} has changed; see whether it still needs this.`);
        }
        return text.replace(before, () => after);
      }, code);
      return { code: changed, map: null };
    },
  };
}
