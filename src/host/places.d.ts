type Surroundings = {
  readonly platform: string;
  readonly home: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
};
/** The platform's place for an application's data. */
export declare function usualDataFolder({ platform, home, environment }: Surroundings): string;
/** The built window, seen from `dist/host/` and from `src/host/`. */
export declare function windowFolder(here: string): string;
/** The version in `package.json`, which is two folders up from `dist/host/` and from `src/host/`. */
export declare function appVersion(here: string): string;
