/**
 * Replaces a file as a whole, readable by its owner only: when it fails, the old one is untouched. The new one is
 * durable when the promise resolves.
 */
export declare function writeDurably(path: string, content: string | Uint8Array): Promise<void>;
