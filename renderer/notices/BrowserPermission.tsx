import { useState } from 'react';
import { useWindow } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { Row } from '../ui/Page.tsx';

const words = texts.notices;

/** In a browser tab the system's notifications need the browser's permission, which only a click may ask for. */
export function BrowserPermission() {
  const inBrowser = useWindow((state) => state.host?.kind === 'browser');
  const [permission, setPermission] = useState(() => (typeof Notification === 'undefined' ? null : Notification.permission));
  if (!inBrowser || permission === null) return null;
  const ask = () => void Notification.requestPermission().then(setPermission);
  return (
    <Row label={words.browser} help={words.browserHelp[permission]}>
      {permission === 'default' ? (
        <Button size="small" icon="bell" onClick={ask}>
          {words.allow}
        </Button>
      ) : (
        <span>{permission === 'granted' ? words.allowed : words.refused}</span>
      )}
    </Row>
  );
}
