import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// Dialogs come with modules of their own, and machines that test do other things besides.
configure({ asyncUtilTimeout: 8000 });

afterEach(() => {
  cleanup();
  localStorage.clear();
  // Each screen brings its style sheets, and each new one is looked for among all that are there.
  document.head.replaceChildren();
  // Text areas that grow measure in a copy that stays in the document, where tests of other files would find it.
  document.querySelector('body > textarea[aria-hidden="true"]')?.remove();
});

// jsdom lays nothing out, so it has no media queries either.
window.matchMedia ??= (query: string) =>
  ({
    matches: false,
    media: query,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    addListener: () => undefined,
    removeListener: () => undefined,
  }) as unknown as MediaQueryList;
Element.prototype.scrollTo ??= function (this: Element, to?: ScrollToOptions | number) {
  if (typeof to === 'object') {
    this.scrollTop = to.top ?? this.scrollTop;
    this.scrollLeft = to.left ?? this.scrollLeft;
  }
};
window.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};

// Nor does it know the style of pseudo elements, and it says so at length.
const styleOf = window.getComputedStyle.bind(window);
window.getComputedStyle = (element) => styleOf(element);
