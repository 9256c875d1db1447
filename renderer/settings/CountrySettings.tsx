import { useMemo } from 'react';
import { homeRegion } from '../../src/domain/region.ts';
import { countries, countryName } from '../contacts/countries.ts';
import { useActions, useWindow } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { Choice } from '../ui/Choice.tsx';
import { Row, Section } from '../ui/Page.tsx';

const words = texts.contacts;

/** By which country's habits numbers are written and understood. */
export function CountrySettings({ region }: { readonly region: string }) {
  const { lines } = useActions();
  const ofLines = useWindow((state) => homeRegion('', state.lines));
  const options = useMemo(
    () => [{ value: '', label: words.countryOfLines(ofLines === '' ? '' : countryName(ofLines)) }, ...countries()],
    [ofLines],
  );
  return (
    <Section title={words.settingsTitle} help={words.settingsHelp}>
      <Row label={words.ownCountry}>
        <Choice
          label={words.ownCountry}
          value={region}
          options={options}
          onValue={(chosen) => void lines.updateSettings({ region: chosen })}
        />
      </Row>
    </Section>
  );
}
