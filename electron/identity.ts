/**
 * Who the app is to the operating system. The same words stand in `electron-builder.yml` and `package.json`; a test
 * compares them.
 * @module
 */

export const productName = 'Texttray';

/** Windows groups notifications and task bar buttons by it; the installer puts it on the shortcut. */
export const appUserModelId = 'app.texttray.desktop';

/**
 * Windows starts the app through this class when a notification is clicked after the app was closed. A fixed one: without
 * it Electron makes a new one in every run, and older notifications would lead nowhere.
 */
export const toastActivatorClassId = '{6F1B4C52-3F0E-4C57-9E0B-5D0C7A4E7B11}';
