import { useState } from 'react';

/** Messages whose fate the user decided to leave open, for as long as this window lives. */
const leftAlone = new Set<string>();

/** Whether a message that may have been sent was left as it is, and how to leave it. */
export function useLeftAlone(id: string): readonly [boolean, () => void] {
  const [left, setLeft] = useState(leftAlone.has(id));
  const leave = () => {
    leftAlone.add(id);
    setLeft(true);
  };
  return [left, leave];
}
