/** The items in the order of `ids`; those not named follow as they were. */
export function inOrder<Item extends { readonly id: string }>(items: readonly Item[], ids: readonly string[]): readonly Item[] {
  const place = new Map(ids.map((id, index) => [id, index]));
  const placeOf = ({ id }: Item): number => place.get(id) ?? ids.length;
  return items.toSorted((one, other) => placeOf(one) - placeOf(other));
}
