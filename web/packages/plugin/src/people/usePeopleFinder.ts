import { useState } from 'react';
import { useDebounced } from '../screens/useDebounced';

export const peoplePerPage = 20;
const pause = 250;

/** What is looked for in a list of people, and which page of it is shown. */
export function usePeopleFinder() {
  const [typed, setTyped] = useState('');
  const [page, setPage] = useState(1);
  return {
    typed,
    /** What was typed, once that has stood still for a while. */
    search: useDebounced(typed, pause),
    page,
    turn: setPage,
    type: (text: string) => {
      setTyped(text);
      setPage(1);
    },
  };
}

export type PeopleFinder = ReturnType<typeof usePeopleFinder>;
