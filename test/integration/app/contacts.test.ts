import { createReadStream } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { eventually } from '../../support/eventually.ts';
import { receiveSmsInk } from '../../support/sign.ts';
import { type TestApp, testApp } from '../../support/test-app.ts';

const secret = 'test_webhook_secret';

async function inkLine(app: TestApp) {
  const credentials = { webhookSecret: secret };
  return app.call('lines.create', { provider: 'receivesms-ink', label: 'Ink', number: '+12025550100', credentials });
}

/** Brings a file of the fixtures, as the hosts do. */
async function bring(app: TestApp, name: string): Promise<string> {
  const adopted = await app.files.adopt(fileURLToPath(new URL(`../../fixtures/vcard/${name}`, import.meta.url)));
  if (!adopted.ok) throw new Error(adopted.error.message);
  return adopted.value.id;
}

async function bringText(app: TestApp, text: string): Promise<string> {
  const file = await app.files.reserve('contacts.vcf');
  await file.write(text);
  return (await file.finish()).id;
}

const contactsOf = async (app: TestApp) => (await app.call('state.snapshot', {})).contacts;
const namesOf = async (app: TestApp) => (await contactsOf(app)).map(({ name }) => name).toSorted();

describe('a contact', () => {
  test('is found by its number as people write it, and gives a text its name', async () => {
    const app = await testApp();
    const line = await inkLine(app);
    const contact = await app.call('contacts.create', {
      name: 'Example One',
      note: 'Rings twice',
      addresses: [{ address: '(201) 555-0101', label: 'mobile' }, { address: '+1 201 555 0101' }, { address: '72345' }],
    });
    expect(contact.addresses).toEqual([{ address: '+12015550101', label: 'mobile' }, { address: '72345' }]);
    await app.deliver(line, receiveSmsInk(secret, { id: 1, from: '+12015550101', text: 'Hello' }));
    const notice = await eventually('the text is announced', () => app.events.find((event) => event.kind === 'notice'));
    expect(notice).toMatchObject({ title: 'Example One', body: 'Hello' });
    const { items } = await app.call('contacts.conversations', { id: contact.id });
    expect(items).toMatchObject([{ peer: '+12015550101', lastMessage: { body: 'Hello' } }]);
  });

  test('can be a sender of any kind, also one nobody could type', async () => {
    const app = await testApp();
    const line = await inkLine(app);
    await app.deliver(line, receiveSmsInk(secret, { id: 1, from: '14155551234', text: 'Digits alone' }));
    await app.deliver(line, receiveSmsInk(secret, { id: 2, from: 'EX-BANK', text: 'A name' }));
    const { items } = await app.call('conversations.list', { lineId: line.id });
    const peers = items.map(({ peer }) => peer);
    const contact = await app.call('contacts.create', { name: 'Example', addresses: peers.map((address) => ({ address })) });
    expect(contact.addresses.map(({ address }) => address).toSorted()).toEqual(peers.toSorted());
    expect((await app.call('contacts.conversations', { id: contact.id })).items).toHaveLength(2);
  });

  test('is changed field by field; what is emptied goes, and a name and a number stay', async () => {
    const app = await testApp();
    const { id } = await app.call('contacts.create', { name: 'Example', organization: 'Studio', addresses: [{ address: '+12015550101' }] });
    expect(await app.call('contacts.update', { id, note: 'New' })).toMatchObject({ name: 'Example', organization: 'Studio', note: 'New' });
    expect(await app.call('contacts.update', { id, organization: '' })).not.toHaveProperty('organization');
    expect(await app.refusal('contacts.update', { id, name: '  ' })).toMatchObject({
      code: 'invalid-input',
      fields: { name: expect.any(String) },
    });
    expect(await app.refusal('contacts.update', { id, addresses: [{ address: '  ' }] })).toMatchObject({
      code: 'invalid-input',
      fields: { 'addresses.0.address': expect.any(String) },
    });
    expect(await app.refusal('contacts.update', { id: 'nobody', name: 'X' })).toMatchObject({ code: 'not-found' });
  });

  test('that was removed comes back as it was', async () => {
    const app = await testApp();
    const contact = await app.call('contacts.create', { name: 'Example', addresses: [{ address: '+12015550101' }] });
    const { removed, undo } = await app.call('contacts.remove', { ids: [contact.id, 'nobody'] });
    expect([removed, await contactsOf(app)]).toEqual([1, []]);
    expect(await app.call('contacts.undo', { undo })).toEqual({ changed: 1 });
    expect(await contactsOf(app)).toEqual([contact]);
    expect(await app.refusal('contacts.undo', { undo })).toMatchObject({ code: 'not-found' });
  });

  test('is still there after the app was closed and opened again', async () => {
    const first = await testApp();
    const contact = await first.call('contacts.create', { name: 'Example', addresses: [{ address: '+12015550101' }] });
    await first.close();
    const second = await testApp({ dataFolder: first.dataFolder, vault: first.vault });
    expect(await contactsOf(second)).toEqual([contact]);
  });
});

test('duplicates are found, merged into the first, and taken apart again', async () => {
  const app = await testApp();
  const make = (name: string, address: string) => app.call('contacts.create', { name, addresses: [{ address }] });
  const one = await make('Example One', '+12015550101');
  const other = await make('example one', '+12015550102');
  await make('Somebody Else', '+12015550103');
  expect(await app.call('contacts.duplicates', {})).toEqual({ groups: [{ reason: 'name', ids: [one.id, other.id] }] });
  const { contact, undo } = await app.call('contacts.merge', { ids: [other.id, one.id] });
  expect(contact).toMatchObject({
    id: other.id,
    name: 'example one',
    addresses: [{ address: '+12015550102' }, { address: '+12015550101' }],
  });
  expect(await namesOf(app)).toEqual(['Somebody Else', 'example one']);
  await app.call('contacts.undo', { undo });
  expect((await contactsOf(app)).toSorted((first, second) => first.name.localeCompare(second.name))).toEqual([
    other,
    one,
    expect.objectContaining({ name: 'Somebody Else' }),
  ]);
});

describe('an import', () => {
  test('is shown before it is made, made once, and taken back as a whole', async () => {
    const app = await testApp();
    await inkLine(app);
    const there = await app.call('contacts.create', { name: 'Example One', addresses: [{ address: '+12015550101' }] });
    const fileId = await bring(app, 'google-contacts.vcf');

    const report = await app.call('contacts.check', { fileId });
    expect(report).toMatchObject({ cards: 3, added: 1, completed: 1, known: 0, withoutNumber: 1, region: 'US', problemCount: 0 });
    expect(report.examples).toEqual(['Éxample Twö 例']);
    expect(await contactsOf(app)).toEqual([there]);

    const imported = await app.call('contacts.import', { fileId });
    expect(imported.report).toEqual(report);
    const contacts = await contactsOf(app);
    expect(contacts.find(({ id }) => id === there.id)).toMatchObject({
      organization: 'Example Studio',
      addresses: [{ address: '+12015550101' }, { address: '+12015550102', label: 'work' }],
    });
    expect(await namesOf(app)).toEqual(['Example One', 'Éxample Twö 例']);
    expect((await app.call('contacts.check', { fileId })).known).toBe(2);
    expect(await app.call('contacts.import', { fileId })).toMatchObject({ report: { added: 0, completed: 0 }, undo: null });

    await app.call('contacts.undo', { undo: imported.undo ?? '' });
    expect(await contactsOf(app)).toEqual([there]);
  });

  test('keeps what somebody changes while it reads, and what it completes is what they made of it', async () => {
    const app = await testApp();
    const there = await app.call('contacts.create', { name: 'Example One', addresses: [{ address: '+12015550101' }] });
    const cards = (name: string, number: string) => `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:${name}\r\nTEL:${number}\r\nEND:VCARD\r\n`;
    const known = `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Example One\r\nTEL:+12015550101\r\nTEL:+12015550102\r\nEND:VCARD\r\n`;
    const fileId = await bringText(app, known + cards('Example Two', '+12015550103').repeat(30_000));
    const importing = app.call('contacts.import', { fileId });
    await eventually('it reads', async () => (await app.call('state.snapshot', {})).jobs.find(({ kind }) => kind === 'contacts-import'));
    await app.call('contacts.update', { id: there.id, note: 'Changed meanwhile' });
    await importing;
    expect((await contactsOf(app)).find(({ id }) => id === there.id)).toMatchObject({
      note: 'Changed meanwhile',
      addresses: [{ address: '+12015550101' }, { address: '+12015550102' }],
    });
  });

  test('that is taken back leaves what was changed since', async () => {
    const app = await testApp();
    const { undo } = await app.call('contacts.import', { fileId: await bring(app, 'apple-contacts.vcf') });
    const [person] = await contactsOf(app);
    await app.call('contacts.update', { id: person?.id ?? '', note: 'Changed since' });
    await app.call('contacts.undo', { undo: undo ?? '' });
    expect(await contactsOf(app)).toMatchObject([{ id: person?.id, note: 'Changed since' }]);
  });

  test('of a damaged file tells every problem with its line and takes what is sound', async () => {
    const app = await testApp();
    const fileId = await bring(app, 'damaged.vcf');
    const { report } = await app.call('contacts.import', { fileId });
    expect(report).toMatchObject({ cards: 2, added: 2, problemCount: 8 });
    expect(report.problems).toContainEqual({ code: 'bad-number', line: 7, text: 'ask at the desk' });
    expect(await namesOf(app)).toEqual(['Example Eight', 'Example Nine']);
  });

  test('understands numbers by the country that is said', async () => {
    const app = await testApp();
    const fileId = await bring(app, 'outlook.vcf');
    expect(await app.call('contacts.check', { fileId })).toMatchObject({ region: '', withoutCountry: 1 });
    const { report } = await app.call('contacts.import', { fileId, region: 'DE' });
    expect(report.withoutCountry).toBe(0);
    const [contact] = await contactsOf(app);
    expect(contact?.addresses.map(({ address }) => address)).toContain('+491713920005');
  });

  test('of something else, or of a file that is gone, changes nothing', async () => {
    const app = await testApp();
    const picture = await bringText(app, '\u0001PNG\n'.repeat(3_000));
    const report = await app.call('contacts.check', { fileId: picture });
    expect(report).toMatchObject({ cards: 0, added: 0, problemCount: 3_000 });
    expect(report.problems).toHaveLength(500);
    expect(await app.refusal('contacts.check', { fileId: 'x'.repeat(22) })).toMatchObject({ code: 'file-gone' });
    expect(await contactsOf(app)).toEqual([]);
  });

  test('shows how far it is and can be stopped: then nothing was imported', async () => {
    const app = await testApp();
    const card = 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Example\r\nTEL:+12015550101\r\nEND:VCARD\r\n';
    const fileId = await bringText(app, card.repeat(100_000));
    const importing = app.refusal('contacts.import', { fileId });
    const job = await eventually('the job is there', async () =>
      (await app.call('state.snapshot', {})).jobs.find(({ kind, state }) => kind === 'contacts-import' && state === 'running'),
    );
    expect(job.total).toBe(card.length * 100_000);
    await app.call('jobs.cancel', { id: job.id });
    expect(await importing).toMatchObject({ code: 'exchange-stopped' });
    expect((await app.call('state.snapshot', {})).jobs).toMatchObject([{ id: job.id, state: 'cancelled' }]);
    expect(await contactsOf(app)).toEqual([]);
  });
});

test('an export is read back as it was, and can be of a few', async () => {
  const app = await testApp();
  await app.call('contacts.import', { fileId: await bring(app, 'apple-contacts.vcf') });
  const before = await contactsOf(app);
  const whole = await app.call('contacts.export', {});
  expect(whole.name).toMatch(/^Texttray contacts \d{4}-\d\d-\d\d\.vcf$/);
  expect(await app.call('contacts.check', { fileId: whole.fileId })).toMatchObject({ cards: before.length, known: before.length });
  const one = await app.call('contacts.export', { ids: [before[0]?.id ?? ''] });
  expect((await app.call('contacts.check', { fileId: one.fileId })).cards).toBe(1);

  const other = await testApp();
  const saved = app.files.resolve(whole.fileId);
  let text = '';
  for await (const piece of saved?.read() ?? createReadStream('')) text += Buffer.from(piece).toString();
  await other.call('contacts.import', { fileId: await bringText(other, text) });
  const essence = (contacts: typeof before) => contacts.map(({ name, organization, addresses }) => ({ name, organization, addresses }));
  expect(essence(await contactsOf(other))).toEqual(essence(before));
});
