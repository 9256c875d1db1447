/**
 * Every mistake the signature doctor knows, in English.
 * @module
 */
import type { EveryMistake, MistakeFacts } from '../../mistake-words.ts';

const pasteUrl = ({ provider }: MistakeFacts): string =>
  `Give ${provider} exactly the address below. What it is given is what it signs, character by character.`;
const askSender = ({ provider }: MistakeFacts): string =>
  `This is how the sender writes what it signs. If it is a program of yours, correct it there; if it is ${provider} itself, tell its support.`;
const lookOnTheWay = (): string =>
  'Something between the sender and this computer writes requests anew: a proxy, a firewall, a relay or an automation tool. Let it pass the body on unchanged.';
const enterSecret = ({ provider }: MistakeFacts): string => `Copy the secret anew from ${provider} and enter it in the line’s settings.`;

export const mistakes: EveryMistake = {
  'url-scheme': {
    title: 'http and https exchanged',
    cause: ({ provider, signedScheme, expectedScheme }) =>
      `${provider} signed for an address with ${signedScheme}://, but the line’s begins with ${expectedScheme}://.`,
    remedy: pasteUrl,
  },
  'url-former': {
    title: 'An earlier address of the line',
    cause: ({ provider, signedHost }) => `${provider} signed for an address this line had earlier, at ${signedHost}.`,
    remedy: pasteUrl,
  },
  'url-local': {
    title: 'This computer’s own address',
    cause: ({ signedHost }) => `It was signed for this computer’s own address, ${signedHost}, instead of the public one.`,
    remedy: pasteUrl,
  },
  'url-host': {
    title: 'Another host name',
    cause: ({ provider, signedHost, expectedHost }) =>
      `${provider} signed for ${signedHost}, but the line’s address is at ${expectedHost}.`,
    remedy: pasteUrl,
  },
  'url-trailing-slash': {
    title: 'A slash at the end',
    cause: ({ provider }) => `The address ${provider} signed for differs from the line’s by a slash at the end.`,
    remedy: pasteUrl,
  },
  'url-port': {
    title: 'The port',
    cause: ({ provider }) => `The address ${provider} signed for differs from the line’s by its port.`,
    remedy: pasteUrl,
  },
  'url-path': {
    title: 'The path',
    cause: ({ provider }) => `The address ${provider} signed for has another path than the line’s.`,
    remedy: pasteUrl,
  },
  'url-query': {
    title: 'What follows the question mark',
    cause: ({ provider }) => `The address ${provider} signed for differs from the line’s in what follows the question mark.`,
    remedy: pasteUrl,
  },
  'url-query-order': {
    title: 'The order of what follows the question mark',
    cause: ({ provider }) => `The address ${provider} signed for has the same query as the line’s, but in another order.`,
    remedy: pasteUrl,
  },
  'url-left-out': {
    title: 'Signed without the address',
    cause: ({ provider }) => `The address was left out of what was signed; ${provider} documents that it comes first.`,
    remedy: askSender,
  },
  'url-added': {
    title: 'Signed with the address',
    cause: ({ provider }) => `The address was signed in front of the body; ${provider} documents the body alone.`,
    remedy: askSender,
  },
  'encoding-space': {
    title: 'Spaces as %20 instead of +',
    cause: () => 'Spaces were written as %20 before they were signed; documented is +.',
    remedy: askSender,
  },
  'encoding-marks': {
    title: 'Marks quoted in another way',
    cause: () => 'Marks such as * ~ ! ( ) were written in another way before they were signed than is documented.',
    remedy: askSender,
  },
  'parameters-order': {
    title: 'Parameters not sorted',
    cause: () => 'The parameters were signed in the order in which they were sent; documented is the order of their names.',
    remedy: askSender,
  },
  'parameters-repeated': {
    title: 'A parameter that is there twice',
    cause: () => 'A parameter is there more than once, and was signed with its last value instead of its first.',
    remedy: askSender,
  },
  'parameters-empty': {
    title: 'Parameters without a value',
    cause: () => 'Parameters without a value were left out of what was signed; documented are all of them.',
    remedy: askSender,
  },
  'body-signed-raw': {
    title: 'The body as it was sent',
    cause: () => 'The body was signed as it was sent; documented are its parameters, sorted and written anew.',
    remedy: askSender,
  },
  'body-left-out': {
    title: 'Signed without the body',
    cause: () => 'Something else was signed in place of the body: nothing at all, or what a program prints for “no value”.',
    remedy: askSender,
  },
  'json-spacing': {
    title: 'Blanks in the JSON',
    cause: () => 'The JSON arrived with other blanks and line breaks than it was signed with.',
    remedy: lookOnTheWay,
  },
  'json-key-order': {
    title: 'The order of keys in the JSON',
    cause: () => 'The JSON arrived with its keys in another order than it was signed with.',
    remedy: lookOnTheWay,
  },
  'json-escapes': {
    title: 'Letters escaped in the JSON',
    cause: () => 'Letters of the JSON arrived in another form than they were signed in, such as é for \\u00e9.',
    remedy: lookOnTheWay,
  },
  'line-ends': {
    title: 'Line ends',
    cause: () => 'The line ends of the body were changed after it was signed.',
    remedy: lookOnTheWay,
  },
  'blanks-around': {
    title: 'Blanks around the body',
    cause: () => 'Blanks or line breaks at the beginning or end of the body were added or taken away after it was signed.',
    remedy: lookOnTheWay,
  },
  'byte-order-mark': {
    title: 'A mark at the beginning of the body',
    cause: () => 'An invisible mark at the beginning of the body (the byte order mark) was added or taken away after it was signed.',
    remedy: lookOnTheWay,
  },
  charset: {
    title: 'Another character set',
    cause: () => 'The body arrived in another character set than it was signed in.',
    remedy: lookOnTheWay,
  },
  'percent-encoding': {
    title: 'Escapes such as %20 in the body',
    cause: () => 'Escapes in the body, such as %20, were undone or made after it was signed.',
    remedy: lookOnTheWay,
  },
  compressed: {
    title: 'A packed body',
    cause: () => 'The body arrived packed (compressed), but was signed unpacked.',
    remedy: lookOnTheWay,
  },
  'body-altered': {
    title: 'The body was changed on the way',
    cause: () => 'The signature is right for the body of another delivery: this body is not the one that was signed.',
    remedy: lookOnTheWay,
  },
  'secret-blanks': {
    title: 'Blanks around the secret',
    cause: () => 'The secret stored here and the one the sender uses differ by blanks or a line break around them.',
    remedy: enterSecret,
  },
  'secret-of-line': {
    title: 'The secret of another line',
    cause: ({ line }) => `The sender uses the secret of the line “${line}”.`,
    remedy: ({ line }) => `Either the sender uses the address of the wrong line, or this line has to have the secret of “${line}”.`,
  },
  'secret-of-field': {
    title: 'What is stored in another field',
    cause: ({ field }) => `The sender uses what is stored here as “${field}”: the two fields are exchanged.`,
    remedy: enterSecret,
  },
  'secret-prefix': {
    title: 'With or without what stands before the secret',
    cause: () => 'The secret stored here and the one the sender uses differ by what stands in front, such as whsec_.',
    remedy: enterSecret,
  },
  'secret-base64': {
    title: 'The secret decoded from base64',
    cause: () => 'The sender uses what the secret stands for in base64, not its letters, or the other way round.',
    remedy: askSender,
  },
  'secret-hex': {
    title: 'The secret decoded from hexadecimal digits',
    cause: () => 'The sender uses the bytes that the secret’s hexadecimal digits stand for, not its letters, or the other way round.',
    remedy: askSender,
  },
  'secret-quoted': {
    title: 'Quotation marks around the secret',
    cause: () => 'The secret stored here and the one the sender uses differ by quotation marks around them.',
    remedy: enterSecret,
  },
  'secret-case': {
    title: 'Capital and small letters of the secret',
    cause: () => 'The secret stored here and the one the sender uses differ in capital and small letters.',
    remedy: enterSecret,
  },
  'secret-characters': {
    title: 'Characters that got into the secret',
    cause: () => 'The secret stored here differs from the one the sender uses by characters that came in or got lost when it was copied.',
    remedy: enterSecret,
  },
  'form-base64': {
    title: 'The signature in base64',
    cause: () => 'The signature is right, but written in base64; documented are hexadecimal digits.',
    remedy: askSender,
  },
  'form-uppercase': {
    title: 'The signature in capital letters',
    cause: () => 'The signature is right, but written in capital letters; documented are small ones.',
    remedy: askSender,
  },
  'form-prefix': {
    title: 'What stands before the signature',
    cause: () => 'The signature or secret is right, but what stands before it (such as sha256= or Bearer) is missing, or is another one.',
    remedy: askSender,
  },
  'form-hash': {
    title: 'Another hash',
    cause: () => 'It is another digest of the same text than HMAC-SHA256 with the secret, which is documented.',
    remedy: askSender,
  },
  'header-other': {
    title: 'The signature in another header',
    cause: ({ header }) => `The signature is right, but it came in the header ${header}.`,
    remedy: askSender,
  },
  'header-missing': {
    title: 'A header that is not there',
    cause: ({ header }) => `The header ${header} is not there, so nothing proves who sent this.`,
    remedy: ({ provider }) =>
      `Either this was not sent by ${provider}, or signing is switched off there, or something on the way took the header away.`,
  },
  'header-repeated': {
    title: 'The header more than once',
    cause: ({ header }) => `The header ${header} is there more than once, so nobody can say which of its values counts.`,
    remedy: () => 'Something on the way adds a header of its own. Let it pass the header on as it came.',
  },
  'header-altered': {
    title: 'A header that was changed',
    cause: ({ header }) => `The value of the header ${header} was changed on the way: shortened, joined or quoted.`,
    remedy: () => 'Something on the way writes the header anew. Let it pass the header on as it came.',
  },
  'scheme-other': {
    title: 'The way another service signs',
    cause: ({ scheme }) => `It is signed the way ${scheme} does it.`,
    remedy: ({ provider }) =>
      `This line expects ${provider}. Point the sender at a line of its own provider, or sign the way ${provider} does.`,
  },
  'time-stale': {
    title: 'Signed at another time',
    cause: ({ age }) => `The time that was signed with it is ${age} away from its arrival.`,
    remedy: () =>
      'Look whether the clocks of this computer and of the sender are right, and whether something on the way holds requests back.',
  },
};
