import type { Settings } from '../../src/domain/settings.ts';
import { useActions } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { Choice } from '../ui/Choice.tsx';
import { Row, Section } from '../ui/Page.tsx';

const words = texts.media.settings;
const caps = [1, 5, 10, 25, 50, 100];

/** Whose attachments are downloaded by themselves, and up to which size. */
export function MediaSettings({ media }: { readonly media: Settings['media'] }) {
  const { lines } = useActions();
  const offered = [...new Set([...caps, media.mostMegabytes])].sort((one, other) => one - other);
  return (
    <Section title={words.title} help={words.help}>
      <Row label={words.download}>
        <Choice
          label={words.download}
          value={media.download}
          options={(['always', 'known-senders', 'never'] as const).map((value) => ({ value, label: words.downloads[value] }))}
          onValue={(download) => void lines.updateSettings({ media: { download } })}
        />
      </Row>
      {media.download !== 'never' && (
        <Row label={words.most} help={words.mostHelp}>
          <Choice
            label={words.most}
            value={String(media.mostMegabytes)}
            options={offered.map((count) => ({ value: String(count), label: words.megabytes(count) }))}
            onValue={(value) => void lines.updateSettings({ media: { mostMegabytes: Number(value) } })}
          />
        </Row>
      )}
    </Section>
  );
}
